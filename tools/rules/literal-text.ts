import * as ts from 'typescript';
import { visit } from './error-sources';

/** What is known of names: constants of a file, and parameters of a helper at one of its calls. */
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
  if (ts.isIdentifier(node)) {
    return names.get(node.text) ?? UNKNOWN;
  }
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map(({ expression, literal }) => literalText(expression, names) + literal.text).join('');
  }
  if (ts.isConditionalExpression(node)) {
    return [...new Set([node.whenTrue, node.whenFalse].map((branch) => literalText(branch, names)))].join(' / ');
  }
  return ts.isParenthesizedExpression(node) ? literalText(node.expression, names) : UNKNOWN;
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
