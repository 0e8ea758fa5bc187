import { seatsLeft } from '@desk/articles';
import type { Seat, SignOffPolicy, TaskKind, TaskState } from '@desk/contracts';

/** A review round as tasks see it. */
export interface RoundState {
  readonly open: boolean;
  readonly policy: Pick<SignOffPolicy, 'approvers' | 'languageReview'>;
  /** Latest first. `stands`: not voided since. */
  readonly signatures: readonly { seat: Seat; accountId: string; stands: boolean }[];
}

export interface RoundTask {
  readonly id: string;
  readonly kind: TaskKind;
  readonly state: TaskState;
  readonly assigneeId: string | null;
}

/** What is to be done so that the tasks of a round are what the round waits for. */
export interface Settlement {
  readonly finish: readonly { readonly taskId: string; readonly by: string }[];
  readonly cancel: readonly string[];
  /** `nth`: its number among the round's tasks of its kind. */
  readonly open: readonly { readonly kind: TaskKind; readonly nth: number }[];
}

const seatOf = { review: 'review', sign_off: 'approve' } as const;
type ReviewKind = keyof typeof seatOf;

/**
 * Compares what a round waits for with the tasks that there are. It does not matter which fact
 * led here, in what order facts were heard, or how often: the same state of the round always
 * settles its tasks in the same way.
 */
export function settle(round: RoundState, tasks: readonly RoundTask[]): Settlement {
  const parts = (['review', 'sign_off'] as const).map((kind) =>
    settleKind(
      round,
      kind,
      tasks.filter((task) => task.kind === kind),
    ),
  );
  return {
    finish: parts.flatMap(({ finish }) => finish),
    cancel: parts.flatMap(({ cancel }) => cancel),
    open: parts.flatMap(({ open }) => open),
  };
}

function settleKind(round: RoundState, kind: ReviewKind, tasks: readonly RoundTask[]): Settlement {
  const live = tasks.filter(({ state }) => state === 'open' || state === 'claimed');
  const wanted = wantedOf(round, kind);
  const missing = Math.max(0, wanted - live.length);
  const open = Array.from({ length: missing }, (_, n) => ({ kind, nth: tasks.length + n + 1 }));

  const finish: { taskId: string; by: string }[] = [];
  const left = [...live];
  for (const by of signersWithoutTask(round, kind, tasks)) {
    if (left.length <= wanted) break;
    const task = theirs(left, by);
    if (!task) break;
    left.splice(left.indexOf(task), 1);
    finish.push({ taskId: task.id, by });
  }
  const unclaimedFirst = [...left].sort((a, b) => claims(a) - claims(b));
  const cancel = unclaimedFirst.slice(0, Math.max(0, left.length - wanted)).map(({ id }) => id);
  return { finish, cancel, open };
}

/** The language is reviewed before anybody is asked to approve. */
function wantedOf({ open, policy, signatures }: RoundState, kind: ReviewKind): number {
  if (!open) return 0;
  const left = seatsLeft(
    policy,
    signatures.filter(({ stands }) => stands),
  );
  if (kind === 'review') return left.review;
  return left.review > 0 ? 0 : left.approve;
}

/** Who signed but has no finished task for it; those who have claimed one come first. */
function signersWithoutTask(
  { signatures }: RoundState,
  kind: ReviewKind,
  tasks: readonly RoundTask[],
): string[] {
  const signers = signatures
    .filter(({ seat }) => seat === seatOf[kind])
    .map(({ accountId }) => accountId)
    .filter((by) => !tasks.some(({ state, assigneeId }) => state === 'done' && assigneeId === by));
  const claimed = (by: string): boolean =>
    tasks.some(({ state, assigneeId }) => state === 'claimed' && assigneeId === by);
  return [...signers.filter(claimed), ...signers.filter((by) => !claimed(by))];
}

/** The task that somebody's signature settles: the one they claimed, else a free one, else any. */
const theirs = (live: readonly RoundTask[], by: string): RoundTask | undefined =>
  live.find(({ assigneeId }) => assigneeId === by) ??
  live.find(({ state }) => state === 'open') ??
  live.at(-1);

const claims = ({ state }: RoundTask): number => (state === 'claimed' ? 1 : 0);
