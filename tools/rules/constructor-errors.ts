import * as ts from 'typescript';
import { errorSources, ErrorSource, visit } from './error-sources';
import { constantsOf, KnownNames, literalText } from './literal-text';

/** What a constructor or factory throws, as its source says it. */
export interface ConstructorError {
  readonly id: string;
  /** The file, from the root of the repository. */
  readonly path: string;
  readonly prop: string;
  readonly wrong: string;
  readonly remedy: string;
}

/** A function that makes a problem of the id that it is given. */
interface Helper {
  readonly name: string;
  readonly exported: boolean;
  readonly parameters: string[];
  readonly literal: ts.ObjectLiteralExpression;
  readonly declaration: ts.Node;
  readonly names: KnownNames;
}

/** Collects the errors of all constructs: literals of a `Problem`, and calls of the helpers that make one. */
export function constructorErrors(sources: ErrorSource[] = errorSources()): ConstructorError[] {
  const shared = sources.flatMap(helpersOf).filter(({ exported }) => exported);
  return sources.flatMap((source) => {
    const names = constantsOf(source.tree);
    const helpers = [...helpersOf(source), ...shared];
    const errors: ConstructorError[] = [];
    visit(source.tree, (node) => {
      const literal = ts.isObjectLiteralExpression(node) ? ofLiteral(node, names) : undefined;
      const error = literal ?? (ts.isCallExpression(node) ? ofCall(node, names, helpers) : undefined);
      if (error) {
        errors.push({ ...error, path: source.path });
      }
    });
    return errors;
  });
}

type Found = Omit<ConstructorError, 'path'>;

function ofLiteral(literal: ts.ObjectLiteralExpression, names: KnownNames): Found | undefined {
  const text = (name: string) => literalText(valueOf(literal, name), names);
  const id = text('rule');
  return /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) ? { id, prop: text('prop'), wrong: text('wrong'), remedy: text('remedy') } : undefined;
}

function ofCall({ expression, arguments: given }: ts.CallExpression, names: KnownNames, helpers: Helper[]): Found | undefined {
  const helper = ts.isIdentifier(expression) ? helpers.find(({ name }) => name === expression.text) : undefined;
  if (helper === undefined) {
    return undefined;
  }
  const bound = new Map([...helper.names, ...helper.parameters.flatMap((parameter, index) => namesOf(parameter, given[index], names))]);
  visit(helper.declaration, (node) => {
    if (ts.isVariableDeclaration(node) && node.initializer) {
      bound.set(node.name.getText(), literalText(node.initializer, bound));
    }
  });
  return ofLiteral(helper.literal, bound);
}

/** An argument by the name of its parameter, and its fields where it is written as a literal. */
function namesOf(parameter: string, argument: ts.Expression | undefined, names: KnownNames): Array<[name: string, text: string]> {
  const fields = argument && ts.isObjectLiteralExpression(argument) ? argument.properties.filter(ts.isPropertyAssignment) : [];
  return [
    [parameter, literalText(argument, names)],
    ...fields.map(({ name, initializer }): [string, string] => [`${parameter}.${name.getText()}`, literalText(initializer, names)]),
  ];
}

function valueOf(literal: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const property = literal.properties.find((one) => one.name?.getText() === name);
  if (property && ts.isPropertyAssignment(property)) {
    return property.initializer;
  }
  return property && ts.isShorthandPropertyAssignment(property) ? property.name : undefined;
}

function helpersOf({ tree }: ErrorSource): Helper[] {
  const names = constantsOf(tree);
  const helpers: Helper[] = [];
  visit(tree, (node) => {
    const name = nameOfFunction(node);
    if (name === undefined) {
      return;
    }
    const { parameters } = node as ts.SignatureDeclaration;
    visit(node, (inner) => {
      const rule = ts.isObjectLiteralExpression(inner) ? valueOf(inner, 'rule') : undefined;
      if (rule && parameters.some((parameter) => parameter.name.getText() === rule.getText())) {
        helpers.push({
          name,
          exported: ts.isFunctionDeclaration(node) && (node.modifiers ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword),
          parameters: parameters.map((parameter) => parameter.name.getText()),
          literal: inner as ts.ObjectLiteralExpression,
          declaration: node,
          names,
        });
      }
    });
  });
  return helpers;
}

function nameOfFunction(node: ts.Node): string | undefined {
  if (ts.isFunctionDeclaration(node)) {
    return node.name?.text;
  }
  return ts.isArrowFunction(node) && ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : undefined;
}
