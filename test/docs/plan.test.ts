import { join } from 'node:path';
import { blocksOf } from './markdown';
import { forecastText } from '../../src/report/forecast/forecast-text';
import { PLAIN } from '../../src/report/style';
import { foretell, golden } from '../forecast/foretold';

const FILE = join(__dirname, '../../docs/plan.md');
const outputs = blocksOf(FILE).filter(({ mark }) => mark?.startsWith('output: '));

test('the output in docs/plan.md is that of the example', () => {
  const [{ mark, code }] = outputs;

  expect(code).toBe(forecastText(foretell(golden(mark!.split(' ')[1])), PLAIN, 100));
});
