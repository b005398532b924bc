import { join, resolve } from 'node:path';
import { createGenerator } from 'ts-json-schema-generator';

const ROOT = resolve(__dirname, '../..');

/** What the command line prints as JSON: the page's file, and the type that says its shape. */
export const SCHEMAS = [
  { file: 'docs/plan.schema.json', source: 'src/report/forecast/forecast-json.ts', type: 'PlanJson', title: 'What `cdk8s-rollouts plan --format json` prints' },
  { file: 'docs/diff.schema.json', source: 'src/diff/manifest-diff.ts', type: 'ManifestDiff', title: 'What `cdk8s-rollouts diff --format json` prints' },
] as const;

/** The JSON schema of a type, with its comments as descriptions. */
export function schemaOf({ source, type, title }: typeof SCHEMAS[number]): string {
  const generator = createGenerator({ path: join(ROOT, source), tsconfig: join(ROOT, 'tsconfig.json'), type, skipTypeCheck: true, topRef: false });
  return `${JSON.stringify({ title, ...generator.createSchema(type) }, undefined, 2)}\n`;
}
