import { FlowProducer, type FlowJob } from 'bullmq';
import { jobOptions, ledgerJobId } from './job-options.js';
import type { JobQueues } from './job-queues.service.js';
import { jobs, type LedgerJobName } from './jobs.js';
import type { LedgerJobKey } from './ledger-jobs.queries.js';

/** The job that waits for others of its entry, and these. */
const parent: LedgerJobName = 'translation.prepare';
const child: LedgerJobName = 'translation.prepare-edition';

/**
 * Hands jobs of ledger entries to BullMQ: plain ones in bulk, the parent and its children as
 * a flow. Safe to repeat: a job whose id is in Redis is not added again.
 */
export async function enqueueLedgerJobs(
  queues: JobQueues,
  flows: FlowProducer,
  keys: readonly LedgerJobKey[],
): Promise<void> {
  const withParent = new Set(keys.filter((key) => key.job === parent).map((key) => key.entryId));
  const plain = new Map<LedgerJobName, LedgerJobKey[]>();
  for (const key of keys) {
    if (key.job === parent || (key.job === child && withParent.has(key.entryId))) continue;
    plain.set(key.job, [...(plain.get(key.job) ?? []), key]);
  }
  for (const [job, some] of plain) {
    await queues.addAll(
      job,
      some.map(({ entryId, part }) => ({
        jobId: ledgerJobId(job, entryId, part),
        payload: { entryId, part },
      })),
    );
  }
  if (withParent.size > 0) await queues.reached(jobs[parent].queue);
  for (const entryId of withParent) {
    const children = keys.filter((key) => key.entryId === entryId && key.job === child);
    await flows.add({
      ...flowJob({ entryId, job: parent, part: '' }),
      children: children.map(flowJob),
    });
  }
}

const flowJob = ({ entryId, job, part }: LedgerJobKey): FlowJob => ({
  name: job,
  queueName: jobs[job].queue,
  data: { entryId, part },
  opts: jobOptions(job, ledgerJobId(job, entryId, part)),
});
