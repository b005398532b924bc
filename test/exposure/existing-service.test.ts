import * as kplus from 'cdk8s-plus-28';
import { ExistingService } from '../../src';
import { chartOf } from '../util/synth';

test('a Service that exists is not synthesized', () => {
  const chart = chartOf();

  const service = ExistingService.fromServiceName(chart, 'service', 'shop', [{ port: 80 }]);

  expect(chart.toJson()).toEqual([]);
  expect([service.name, service.port]).toEqual(['shop', 80]);
});

test('a Service that exists is a Service for other constructs', () => {
  expect(ExistingService.fromServiceName(chartOf(), 'service', 'shop', [{ port: 80 }])).toBeInstanceOf(kplus.Service);
});
