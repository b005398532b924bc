import { writeFileSync } from 'node:fs';
import { schemaOf, SCHEMAS } from './schemas';

for (const schema of SCHEMAS) {
  writeFileSync(schema.file, schemaOf(schema));
}
