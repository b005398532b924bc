import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ApiObject, Chart, Names, Yaml, YamlOutputType } from 'cdk8s';
import { objectsOf } from './app-tree';
import { Manifest } from '../manifest';

/** Where and how charts are written. */
export interface Output {
  readonly directory: string;
  readonly extension: string;
  /** Whether names of charts begin with their place in the order, which matters to whoever applies them. */
  readonly isOrdered: boolean;
}

/** Writes charts, given in their order, into the files of this type. */
export function writeCharts(charts: Chart[], type: YamlOutputType, output: Output): void {
  WRITERS[type]?.(charts, output);
}

/** What a chart is rendered to. Charts that override `toJson()` have the last word. */
export function manifestsOf(chart: Chart): Manifest[] {
  return chart.toJson === Chart.prototype.toJson ? objectsOf(chart).map((object) => object.toJson()) : Object.values(chart.toJson());
}

const WRITERS: Record<YamlOutputType, (charts: Chart[], output: Output) => void> = {
  [YamlOutputType.FILE_PER_APP]: (charts, { directory, extension }) => {
    if (charts.length > 0) {
      Yaml.save(join(directory, `app${extension}`), charts.flatMap(manifestsOf));
    }
  },
  [YamlOutputType.FILE_PER_CHART]: (charts, output) => charts.forEach((chart, index) => (
    Yaml.save(join(output.directory, `${nameOf(chart, index, output)}${output.extension}`), manifestsOf(chart))
  )),
  [YamlOutputType.FILE_PER_RESOURCE]: (charts, { directory, extension }) => charts.forEach((chart) => (
    manifestsOf(chart).filter((manifest) => manifest !== undefined).forEach((manifest) => (
      Yaml.save(join(directory, `${fileOf(manifest.kind, manifest.metadata.name)}${extension}`), [manifest])
    ))
  )),
  [YamlOutputType.FOLDER_PER_CHART_FILE_PER_RESOURCE]: (charts, output) => charts.forEach((chart, index) => {
    const folder = join(output.directory, nameOf(chart, index, output));
    mkdirSync(folder, { recursive: true });
    objectsOf(chart).forEach((object: ApiObject) => (
      Yaml.save(join(folder, `${fileOf(object.kind, object.metadata.name)}${output.extension}`), [object.toJson()])
    ));
  }),
};

function nameOf(chart: Chart, index: number, { isOrdered }: Output): string {
  const name = Names.toDnsLabel(chart);
  return isOrdered ? `${String(index).padStart(4, '0')}-${name}` : name;
}

function fileOf(kind: string, name: string | undefined): string {
  return `${kind}.${name}`.replace(/[^0-9a-zA-Z-_.]/g, '');
}
