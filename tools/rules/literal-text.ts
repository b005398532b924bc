import * as ts from 'typescript';
import { visit } from './error-sources';

/** What is known of names: constants of a file, and parameters of a helper and their fields at one of its calls. */
export type KnownNames = ReadonlyMap<string, string>;

/** Stands for what only the call at run time knows. */
export const UNKNOWN = '…';

/** The text that an expression gives, with `…` for its unknown parts. */
export function literalText(node: ts.Expression | undefined, names: KnownNames): string {
  if (node === undefined) {
    return UNKNOWN;
  }
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) {
    return node.text;
  }
  if (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) {
    return names.get(node.getText()) ?? UNKNOWN;
  }
  if (ts.isPrefixUnaryExpression(node) && ts.isNumericLiteral(node.operand)) {
    return node.getText();
  }
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map(({ expression, literal }) => literalText(expression, names) + literal.text).join('');
  }
  if (ts.isConditionalExpression(node)) {
    return [...new Set(branchesOf(node, names).map((branch) => literalText(branch, names)))].join(' / ');
  }
  return ts.isParenthesizedExpression(node) ? literalText(node.expression, names) : UNKNOWN;
}

/** The branches that may be taken: one where an option is compared with undefined, and the options are known. */
function branchesOf({ condition, whenTrue, whenFalse }: ts.ConditionalExpression, names: KnownNames): ts.Expression[] {
  const [, options, option] = /^(\w+)\.(\w+) === undefined$/.exec(condition.getText()) ?? [];
  const known = options !== undefined && [...names.keys()].some((name) => name.startsWith(`${options}.`));
  return !known ? [whenTrue, whenFalse] : [names.has(`${options}.${option}`) ? whenFalse : whenTrue];
}

/** The constants of a file that hold a literal. */
export function constantsOf(tree: ts.SourceFile): Map<string, string> {
  const constants = new Map<string, string>();
  visit(tree, (node) => {
    const value = ts.isVariableDeclaration(node) ? node.initializer : undefined;
    if (value && (ts.isStringLiteralLike(value) || ts.isNumericLiteral(value))) {
      constants.set((node as ts.VariableDeclaration).name.getText(), value.text);
    }
  });
  return constants;
}
