import { ApiObject, Chart, DependencyGraph } from 'cdk8s';
import { IConstruct, Node } from 'constructs';

/** Runs all validations, and throws what they find as cdk8s does. */
export function validateAll(constructs: IConstruct[]): void {
  const errors = constructs.flatMap(({ node }) => node.validate().map((error) => `[${node.path}] ${error}`));
  if (errors.length > 0) {
    throw new Error(`Validation failed with the following errors:\n  ${errors.join('\n  ')}`);
  }
}

/**
 * Makes dependencies between constructs dependencies of their charts and of their objects, as cdk8s does.
 *
 * @returns whether a chart depends on another one, or holds one
 */
export function resolveDependencies(constructs: IConstruct[]): boolean {
  const charts = constructs.filter((construct) => Chart.isChart(construct));
  const nested = charts.flatMap((source) => (
    source.node.children.filter((child) => Chart.isChart(child)).map((target) => ({ source, target }))
  ));
  nested.forEach(connect);
  const crossing = dependenciesOf(constructs)
    .map(({ source, target }) => ({ source: Chart.of(source), target: Chart.of(target) }))
    .filter(({ source, target }) => source !== target);
  crossing.forEach(connect);
  const objects = new ObjectsOfChart();
  for (const { source, target } of dependenciesOf(constructs)) {
    const targets = objects.below(target);
    const sources = objects.below(source);
    targets.forEach((to) => sources.filter((from) => from !== to).forEach((from) => connect({ source: from, target: to })));
  }
  return nested.length + crossing.length > 0;
}

/** The objects of a chart in the order in which they are written; those of the charts in it are not among them. */
export function objectsOf(chart: Chart): ApiObject[] {
  return new DependencyGraph(chart.node).topology()
    .filter((construct): construct is ApiObject => ApiObject.isApiObject(construct) && Chart.of(construct) === chart);
}

interface Dependency {
  readonly source: IConstruct;
  readonly target: IConstruct;
}

function connect({ source, target }: Dependency): void {
  source.node.addDependency(target);
}

function dependenciesOf(constructs: IConstruct[]): Dependency[] {
  return constructs.flatMap((source) => source.node.dependencies.map((target) => ({ source, target })));
}

/** Remembers what is below a construct, which many others may depend on. */
class ObjectsOfChart {
  private readonly known = new Map<Node, ApiObject[]>();

  /** The objects below a construct that are of the same chart. */
  public below(construct: IConstruct): ApiObject[] {
    const { node } = construct;
    const chart = Chart.of(construct);
    const objects = this.known.get(node) ?? node.findAll()
      .filter((child): child is ApiObject => ApiObject.isApiObject(child) && Chart.of(child) === chart);
    this.known.set(node, objects);
    return objects;
  }
}
