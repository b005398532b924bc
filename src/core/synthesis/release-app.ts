import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, AppProps, Yaml } from 'cdk8s';
import { objectsOf, resolveDependencies, validateAll } from './app-tree';
import { manifestsOf, writeCharts } from './write-charts';

/**
 * An `App` for many charts. It writes the same files as the `App` of cdk8s, byte for byte, and validates the construct tree once
 * in a synthesis instead of once more for each chart.
 *
 * Nothing else needs it: all constructs work in any `App`. Use it where an app has hundreds of charts.
 *
 * @example
 * const app = new ReleaseApp();
 * new BlueGreenRollout(new Chart(app, 'orders'), 'orders', { containers, ports });
 * app.synth();
 */
export class ReleaseApp extends App {
  private readonly recordsConstructs: boolean;

  /**
   * @param props The options of the `App` of cdk8s.
   */
  constructor(props: AppProps = {}) {
    super(props);
    this.recordsConstructs = props.recordConstructMetadata ?? process.env.CDK8S_RECORD_CONSTRUCT_METADATA === 'true';
  }

  /**
   * Synthesizes all manifests to the output directory.
   *
   * @throws an error that lists what all validations find
   */
  public synth(): void {
    mkdirSync(this.outdir, { recursive: true });
    const constructs = this.node.findAll();
    validateAll(constructs);
    const isOrdered = resolveDependencies(constructs);
    writeCharts(this.charts, this.yamlOutputType, { directory: this.outdir, extension: this.outputFileExtension, isOrdered });
    if (this.recordsConstructs) {
      this.writeConstructs();
    }
  }

  /**
   * Synthesizes the app into a YAML string.
   *
   * @throws an error that lists what all validations find
   */
  public synthYaml(): string {
    const constructs = this.node.findAll();
    resolveDependencies(constructs);
    validateAll(constructs);
    return Yaml.stringify(...this.charts.flatMap(manifestsOf));
  }

  /** The file by which validations of the cdk8s command line find the constructs of objects. */
  private writeConstructs(): void {
    const objects = this.charts.flatMap(objectsOf);
    const resources = Object.fromEntries(objects.map(({ name, node: { path } }) => [name, { path }]));
    writeFileSync(join(this.outdir, 'construct-metadata.json'), JSON.stringify({ version: '1.0.0', resources }));
  }
}
