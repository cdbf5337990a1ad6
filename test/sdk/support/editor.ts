import { createRequire } from 'node:module';
import { join } from 'node:path';
import type ts from 'typescript';

const require = createRequire(import.meta.url);

/** The versions of TypeScript that editors have today. */
export const compilers: readonly (typeof ts)[] = ['typescript-5', 'typescript'].map((name) => require(name) as typeof ts);

/** What an editor shows of a file that is being written, by TypeScript's language service. */
export interface Editor {
  /** What is proposed where the text has a ▮; null where it is any name at all. */
  readonly completions: (text: string) => readonly string[] | null;
  /** The comments shown for the names that the text has a ▮ in. */
  readonly comments: (text: string) => readonly string[];
  /** What is wrong with a text. */
  readonly complaints: (text: string) => readonly string[];
}

/**
 * @param folder the project
 * @param fileName the file in it; its ending tells the kind of module under NodeNext
 */
export function openEditor(compiler: typeof ts, folder: string, fileName: string, options: ts.CompilerOptions): Editor {
  const file = join(folder, fileName);
  let [current, version] = ['', 0];
  const { sys, ScriptSnapshot } = compiler;
  const has = (path: string): boolean => path === file || sys.fileExists(path);
  const textOf = (path: string): string | undefined => (path === file ? current : sys.readFile(path));
  const service = compiler.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [file],
    getScriptVersion: (path) => (path === file ? String(version) : '1'),
    getScriptSnapshot: (path) => (has(path) ? ScriptSnapshot.fromString(textOf(path)!) : undefined),
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: (lib) => compiler.getDefaultLibFilePath(lib),
    fileExists: has,
    readFile: textOf,
    directoryExists: sys.directoryExists.bind(sys),
    getDirectories: sys.getDirectories.bind(sys),
    realpath: sys.realpath!.bind(sys),
  });
  const write = (text: string): number[] => {
    const parts = text.split('▮');
    current = parts.join('');
    version++;
    return parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('').length);
  };
  return {
    completions(text) {
      const found = service.getCompletionsAtPosition(file, write(text)[0]!, {});
      return found && !found.isMemberCompletion ? null : (found?.entries.map(({ name }) => name) ?? []);
    },
    comments: (text) =>
      write(text).map((position) =>
        compiler.displayPartsToString(service.getQuickInfoAtPosition(file, position)?.documentation).replace(/\s+/g, ' '),
      ),
    complaints(text) {
      write(text);
      return [...service.getSyntacticDiagnostics(file), ...service.getSemanticDiagnostics(file)].map(({ messageText }) =>
        compiler.flattenDiagnosticMessageText(messageText, '\n'),
      );
    },
  };
}
