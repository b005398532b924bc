import { secondsOf } from '../model/state';
import { PauseCondition, PauseReason, Status, StatusDraft } from '../model/status';

/** What one pass decides about pauses and aborting, put into the status at its end. */
export class PauseChanges {
  private readonly added: PauseReason[] = [];
  private readonly removed: PauseReason[] = [];
  private cleared = false;
  private abortAdded = false;
  private abortRemoved = false;
  private message = '';

  public constructor(private readonly status: Status, private readonly now: number) {}

  /** Whether this pass begins a pause. */
  public get hasAdded(): boolean {
    return this.added.length > 0;
  }

  /** Whether the update is aborted, as far as is known by now. */
  public get isAborted(): boolean {
    return !this.abortRemoved && (this.abortAdded || this.status.abort);
  }

  /** Why this pass aborts; empty where a person did. */
  public get abortMessage(): string {
    return this.message;
  }

  /** Begins a pause. */
  public add(reason: PauseReason): void {
    this.added.push(reason);
  }

  /** Ends a pause. */
  public remove(reason: PauseReason): void {
    this.removed.push(reason);
  }

  /** Ends all pauses. */
  public clear(): void {
    this.cleared = true;
  }

  /** Aborts the update. */
  public abort(message: string): void {
    this.abortAdded = true;
    this.message = message;
  }

  /** Takes the aborting back. */
  public removeAbort(): void {
    this.abortRemoved = true;
  }

  /** Puts all of it into the status. */
  public writeTo(draft: StatusDraft): void {
    draft.abort = this.abortAdded || (!this.abortRemoved && this.status.abort);
    draft.abortedAt = draft.abort ? this.status.abortedAt ?? secondsOf(this.now) : null;
    if (draft.abort || this.cleared) {
      return;
    }
    const kept = this.status.pauseConditions.filter(({ reason }) => !this.removed.includes(reason));
    const added = this.newConditions();
    if (kept.length + added.length > 0) {
      draft.pauseConditions = [...kept, ...added];
      draft.controllerPause = added.length > 0 || this.status.controllerPause;
    }
  }

  private newConditions(): PauseCondition[] {
    const isNew = (reason: PauseReason) => !this.status.pauseConditions.some((condition) => condition.reason === reason);
    return [...new Set(this.added)].filter(isNew).map((reason) => ({ reason, startTime: secondsOf(this.now) }));
  }
}
