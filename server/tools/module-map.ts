import type { Module, Registry } from '../core/registry.js';

const START = '<!-- The map of the modules: npm run schema -->';
const END = '<!-- end of the map -->';

/** The text of the README with its map of the modules as the registry has them: each arrow is a list on the record that it starts from. */
export function withModuleMap(readme: string, registry: Registry): string {
  const [before, rest] = readme.split(START);
  const after = rest?.split(END)[1];
  if (after === undefined) throw new Error(`The README has no place for the map of the modules: ${START} … ${END}.`);
  return `${before!}${START}\n\n\`\`\`mermaid\nflowchart LR\n${edges(registry).join('\n')}\n\`\`\`\n\n${END}${after}`;
}

function edges(registry: Registry): string[] {
  const targets = (module: Module): Module[] =>
    [...module.fields.values()].filter(({ system }) => !system).flatMap((field) => registry.targets(field));
  // What people work with, and what hangs on it: not how the organisation is set up.
  const shown = [...registry.modules.values()].filter((module) => module.isRecord || targets(module).some(({ isRecord }) => isRecord));
  return shown.flatMap((module) =>
    [...module.relatedLists.values()]
      .filter((list) => shown.some(({ name }) => name === list.module))
      .map((list) => `  ${module.name} -->|${list.name}| ${list.module}`),
  );
}
