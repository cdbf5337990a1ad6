import ts from 'typescript';

/** What reads rows by position: members of these declarations of `server/core/database`. */
const POSITIONAL = {
  Transaction: ['run', 'read'],
  Reader: ['read'],
  Session: ['run'],
  Rows: ['row', 'texts', 'locate'],
};

/**
 * Rows are objects by the names of their columns (typed SQL), except in the compiled reads and writes.
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const rowsByName = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      position: '{{type}}.{{member}} gives rows by position: use the query builder (core/typed-sql.ts, core/database/typed-sql.ts).',
      rowMode: 'rowMode gives rows by position: read them by the names of their columns.',
    },
  },
  create(context) {
    const services = /** @type {import('@typescript-eslint/utils').ParserServicesWithTypeInformation} */ (
      context.sourceCode.parserServices
    );
    const checker = services.program.getTypeChecker();

    /**
     * @param {any} node
     * @param {ts.Symbol | undefined} symbol
     */
    const check = (node, symbol) => {
      for (const declaration of symbol?.declarations ?? []) {
        const owner = declaration.parent;
        if (!(ts.isInterfaceDeclaration(owner) || ts.isClassDeclaration(owner)) || !owner.name) continue;
        if (!owner.getSourceFile().fileName.includes('/server/core/database/')) continue;
        const [type, member] = [owner.name.text, symbol.name];
        if (!POSITIONAL[type]?.includes(member)) continue;
        context.report({ node, messageId: 'position', data: { type, member } });
        return;
      }
    };

    return {
      MemberExpression(node) {
        check(node, services.getSymbolAtLocation(node.property));
      },
      'ObjectPattern > Property'(node) {
        if (node.key.type !== 'Identifier') return;
        check(node, checker.getPropertyOfType(services.getTypeAtLocation(node.parent), node.key.name));
      },
      'ObjectExpression > Property[key.name="rowMode"]'(node) {
        context.report({ node, messageId: 'rowMode' });
      },
    };
  },
};
