import { currentAction, currentIndex } from './steps';
import { isFullyPromoted, StatusDraft } from '../../model/status';
import { Pass } from '../pass';

/** Starts the plugin of a step, and lets its failure abort. */
export function reconcilePlugin(pass: Pass): void {
  const { release, status, pause } = pass;
  if (pause.isAborted || status.promoteFull || isFullyPromoted(status)) {
    pass.cancelRun(pass.pluginRun);
    pass.pluginRun = undefined;
    return;
  }
  const plugin = currentAction(release, status, 'plugin');
  const index = currentIndex(release, status);
  if (pass.pluginRun?.stepIndex !== index) {
    pass.cancelRun(pass.pluginRun);
    pass.pluginRun = undefined;
  }
  if (!plugin || (!pass.pluginRun && status.phase !== 'Progressing')) {
    return;
  }
  pass.pluginRun ??= pass.addRun({
    type: 'Plugin', verdicts: { [plugin.name]: 'Running' }, required: [plugin.name], stepIndex: index, endsAt: null,
  });
  if (pass.pluginRun.phase === 'Failed') {
    pause.abort(`Step Plugin ${index! + 1} (${plugin.name}) failed: `);
  }
}

export function writePlugin({ pluginRun }: Pass, draft: StatusDraft): void {
  draft.canary = { ...draft.canary, plugin: pluginRun?.id ?? null };
}
