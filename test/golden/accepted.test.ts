import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { EXAMPLES } from '../../tools/examples';
import { strictDecodingErrors } from '../util/schema';

test.each(EXAMPLES)('every manifest of the example %s passes strict decoding', (example) => {
  const yaml = readFileSync(join(__dirname, `${example}.k8s.yaml`), 'utf8');

  const errors = parseAllDocuments(yaml).flatMap((document) => strictDecodingErrors(document.toJS()));

  expect(errors).toEqual([]);
});
