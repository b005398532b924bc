/** What may happen to a release, as the simulator's events file writes it. */
export type ReleaseEvent =
  | { readonly deploy: { readonly image: string } }
  | 'hold'
  | 'ready'
  | { readonly wait: string }
  | 'promote'
  | { readonly promote: { readonly full: true } }
  | 'abort'
  | 'retry'
  | 'undo'
  | { readonly undo: { readonly toRevision: number } }
  | 'pause'
  | 'resume'
  | 'skipStep'
  | { readonly scale: number };

const UNITS: Record<string, number> = { s: 1, m: 60, h: 3600 };

export function seconds(wait: string): number {
  const [, amount, unit] = /^(\d+)([smh])$/.exec(wait) ?? [];
  if (!amount) {
    throw new Error(`a wait is a whole number with s, m or h, got ${wait}`);
  }
  return Number(amount) * UNITS[unit];
}
