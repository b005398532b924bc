import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schemaOf, SCHEMAS } from '../../../tools/schemas/schemas';

test.each(SCHEMAS.map((schema) => [schema.file, schema] as const))('%s is that of its type: else run npm run schemas', (file, schema) => {
  expect(readFileSync(join(__dirname, '../../..', file), 'utf8')).toBe(schemaOf(schema));
});
