import { Chart, Duration } from 'cdk8s';
import { isSame, known, unmet, weightsOf } from './expectations';
import { readManifests } from './read-files';
import { RolloutPhase, SimulatedState, SimulatedStep, toSimulatedState } from './simulated-state';
import { AnalysisVerdict, RolloutSimulatorOptions, SimulatedDeployOptions, SimulatedRouteOptions } from './simulator-options';
import { compact, Manifest } from '../core/manifest';
import { Release } from '../model/release/release';
import { describeState } from '../simulator/describe-state';
import { parseEvents, ReleaseEvent } from '../simulator/events';
import { SimulatorState } from '../simulator/model/state';
import { readState } from '../simulator/read-state';
import { start } from '../simulator/start/start';
import { transition } from '../simulator/transition';

/**
 * Plays a release as the Argo Rollouts controller would carry it out: no cluster, no waiting. It begins with the settled first
 * deployment. Each event runs until nothing more happens without time or a person, and gives the state that it led to.
 *
 * @example
 * const release = RolloutSimulator.fromChart(chart);
 *
 * release.deploy('registry.example.com/app:2');
 * release.expectPhase(RolloutPhase.PAUSED);
 * release.expectWeights({ 'app': 70, 'app-canary': 30 });
 *
 * release.promote();
 * release.expectService('app', 2);
 */
export class RolloutSimulator {
  /**
   * Simulates a release of a chart, as it would be synthesized now.
   *
   * @param chart The chart with the Rollout and the objects to which it refers.
   * @param options Which Rollout is meant; needed where the chart has several.
   * @throws an error where a check of the chart fails, and where the Rollout or an object to which it refers is missing
   */
  public static fromChart(chart: Chart, options: RolloutSimulatorOptions = {}): RolloutSimulator {
    return new RolloutSimulator(chart.toJson(), options);
  }

  /**
   * Simulates a release of any manifests, whoever wrote them.
   *
   * @param yamlOrPath The manifests as YAML or JSON, with any number of documents; or the path of a file, or of a folder whose YAML
   * files are all read.
   * @param options Which Rollout is meant; needed where the manifests have several.
   * @throws an error where that is no YAML, and where the Rollout or an object to which it refers is missing
   */
  public static fromManifests(yamlOrPath: string, options: RolloutSimulatorOptions = {}): RolloutSimulator {
    return new RolloutSimulator(readManifests(yamlOrPath), options);
  }

  private readonly release: Release;
  private readonly steps: SimulatedStep[] = [];
  private current: SimulatorState;

  private constructor(manifests: Manifest[], { rollout }: RolloutSimulatorOptions) {
    const { release, state } = start(manifests, rollout);
    this.release = release;
    this.current = state;
    this.steps.push({ event: JSON.stringify('deployed'), state: this.state });
  }

  /** The state now. */
  public get state(): SimulatedState {
    return toSimulatedState(readState(this.release, this.current));
  }

  /** All events so far with the states that they led to; the first one is `deployed`. */
  public get history(): SimulatedStep[] {
    return [...this.steps];
  }

  /**
   * Describes the state in a few lines of text: the phase, the revisions with their ready and wanted pods, what Services select, the
   * weights.
   *
   * @returns the lines, separated by line breaks
   */
  public describe(): string {
    return describeState(readState(this.release, this.current)).join('\n');
  }

  /**
   * Deploys a new version. One that equals a former version goes back to that; one that equals the current version changes nothing.
   *
   * @param image The image of the container.
   * @param options Which container gets the image, and what else changes.
   * @throws an error where there is no such container
   */
  public deploy(image: string, options: SimulatedDeployOptions = {}): SimulatedState {
    const { container, template } = options;
    return this.play({ deploy: compact({ image, container, template }) });
  }

  /** Keeps new pods from getting ready until `podsReady()`. */
  public hold(): SimulatedState {
    return this.play('hold');
  }

  /** All pods that were held get ready, and later ones do at once. */
  public podsReady(): SimulatedState {
    return this.play('ready');
  }

  /**
   * Lets time pass, with all that happens meanwhile. A pause of 10 seconds is not over after 10 seconds, but is after 11; pods whose
   * end is in 10 seconds are gone after 10.
   *
   * @param duration The time, in whole seconds.
   */
  public wait(duration: Duration): SimulatedState {
    return this.play({ wait: `${duration.toSeconds()}s` });
  }

  /**
   * Ends the pause, as `kubectl argo rollouts promote` does; without a pause, the current step of a canary release. Of a release that is
   * paused by hand as well it ends the pause by hand alone.
   */
  public promote(): SimulatedState {
    return this.play('promote');
  }

  /** Skips all steps, pauses and analyses that are left, as `kubectl argo rollouts promote --full` does. */
  public promoteFull(): SimulatedState {
    return this.play({ promote: { full: true } });
  }

  /** Aborts the release, as `kubectl argo rollouts abort` does: traffic goes back to the stable version, and Git keeps the new one. */
  public abort(): SimulatedState {
    return this.play('abort');
  }

  /** Retries an aborted version, as `kubectl argo rollouts retry rollout` does. */
  public retry(): SimulatedState {
    return this.play('retry');
  }

  /**
   * Deploys the version before the current one, as `kubectl argo rollouts undo` does.
   *
   * @throws an error where there is none
   */
  public undo(): SimulatedState {
    return this.play('undo');
  }

  /**
   * Deploys a former version, as `kubectl argo rollouts undo --to-revision` does.
   *
   * @param revision The number of the revision.
   * @throws an error where the controller does not remember it
   */
  public undoTo(revision: number): SimulatedState {
    return this.play({ undo: { toRevision: revision } });
  }

  /** Pauses the Rollout by hand, as `kubectl argo rollouts pause` does. */
  public pause(): SimulatedState {
    return this.play('pause');
  }

  /** Ends the pause by hand. Pauses of steps stay. */
  public resume(): SimulatedState {
    return this.play('resume');
  }

  /**
   * Skips the current step, as `kubectl argo rollouts promote --skip-current-step` does.
   *
   * @throws an error where there are no steps
   */
  public skipStep(): SimulatedState {
    return this.play('skipStep');
  }

  /**
   * Changes the number of pods, as an autoscaler or `kubectl scale` does.
   *
   * @param replicas The number of pods in production, 0 or more.
   */
  public scale(replicas: number): SimulatedState {
    return this.play({ scale: replicas });
  }

  /**
   * Gives the verdict on an analysis that is running: before or after a blue-green switch, of a canary step, or beside the steps.
   *
   * @param templateName The name of the analysis template; of an experiment, that of its analysis; of a step plugin, the plugin's.
   * @param verdict What the analysis found.
   * @throws an error where no such analysis is running
   */
  public analysis(templateName: string, verdict: AnalysisVerdict): SimulatedState {
    return this.play({ analysis: { name: templateName, phase: verdict } });
  }

  /**
   * Expects a phase.
   *
   * @param phase The phase.
   * @param message The message; any, where it is left out.
   * @throws an error with the whole state where it is another one
   */
  public expectPhase(phase: RolloutPhase, message?: string): void {
    this.expect('the phase', this.state.phase, phase);
    if (message !== undefined) {
      this.expect('the message', this.state.message, message);
    }
  }

  /**
   * Expects weights of a route.
   *
   * @param weights The weights by the name of the Service, or by `service/subset`; destinations that are left out may have any.
   * @param options Which route is meant; needed where several are weighted.
   * @throws an error with the whole state where a weight is another one
   */
  public expectWeights(weights: { [destination: string]: number }, options: SimulatedRouteOptions = {}): void {
    const actual = weightsOf(readState(this.release, this.current), options);
    Object.entries(weights).forEach(([name, weight]) => this.expect(`the weight of ${name}`, known(actual, name, 'destination'), weight));
  }

  /**
   * Expects a Service, or a subset of it, to select the pods of a revision.
   *
   * @param service The name of the Service; of a subset `service/subset`.
   * @param revision The number of the revision.
   * @throws an error with the whole state where it selects other pods
   */
  public expectService(service: string, revision: number): void {
    this.expect(`the revision of Service ${service}`, known(readState(this.release, this.current).services, service, 'Service'), revision);
  }

  /**
   * Expects a revision to have pods, ready or not.
   *
   * @param revision The number of the revision.
   * @param replicas The number of pods that it should have.
   * @throws an error with the whole state where it is another one
   */
  public expectReplicas(revision: number, replicas: number): void {
    const found = this.state.revisions.find((candidate) => candidate.revision === revision);
    this.expect(`the size of revision ${revision}`, found ? found.replicas : null, replicas);
  }

  /**
   * Expects a step to be the current one.
   *
   * @param step The index of the step, from 0; the number of steps where all are done.
   * @throws an error with the whole state where it is another one
   */
  public expectStep(step: number): void {
    this.expect('the step', this.state.step, step);
  }

  private expect(subject: string, actual: unknown, expected: unknown): void {
    if (!isSame(actual, expected)) {
      throw unmet(this.release.name, readState(this.release, this.current), subject, actual, expected);
    }
  }

  private play(event: ReleaseEvent): SimulatedState {
    parseEvents([event]);
    this.current = transition(this.release, this.current, event);
    this.steps.push({ event: JSON.stringify(event), state: this.state });
    return this.state;
  }
}
