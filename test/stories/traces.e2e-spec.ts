import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { acts, editionNow, signs, takesTask, writesArticle } from '../support/article-work.js';
import { stories } from '../support/stories.js';
import { TraceCollector } from '../support/trace-collector.js';
import { WholeNewsroom } from '../support/whole-newsroom.js';

const { title, summary, paragraphs } = stories.vi;
const text = {
  title,
  summary,
  body: {
    type: 'doc' as const,
    content: paragraphs.map((words) => ({
      type: 'paragraph' as const,
      content: [{ type: 'text' as const, text: words }],
    })),
  },
  slug: '',
  seo: { title: '', description: '' },
};
const createdSchema = z.object({ editionId: z.uuid() });

describe('traces', () => {
  it('follow a command from the request through the ledger into its jobs', async () => {
    const collector = await TraceCollector.open();
    const newsroom = await WholeNewsroom.open(undefined, {
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    });
    const traceId = randomUUID().replaceAll('-', '');
    const caller = '00f067aa0ba902b7';
    try {
      const { id } = await newsroom.section('tin');
      const hanh = await newsroom.hire('hanh', 'Trần Thị Hạnh', 'vi', { role: 'writer' });
      const minh = await newsroom.hire('minh', 'Lê Hoàng Minh', 'vi', { role: 'approver' });
      const { articleId, editionId } = await writesArticle(hanh, id, text);
      const { version } = await editionNow(hanh, editionId);
      await hanh.does(createdSchema.partial(), 'POST', `editions/${editionId}/transitions`, {
        body: { action: 'submit' },
        ifMatch: version,
        headers: { traceparent: `00-${traceId}-${caller}-01` },
      });
      await takesTask(minh, articleId, 'sign_off');
    } finally {
      await newsroom.close();
      await collector.close();
    }
    const spans = collector.spans.filter((span) => span.traceId === traceId);
    const [request] = spans.filter((span) => span.service === 'mekong-desk-api');
    expect(request).toMatchObject({
      name: 'POST /api/v1/editions/:id/transitions',
      parentSpanId: caller,
    });
    const jobs = spans.filter((span) => span.service === 'mekong-desk-worker');
    const follow = jobs.find(({ name }) => name === 'job tasks.follow');
    expect(follow?.parentSpanId).toBe(request?.spanId);
    // What a job records is followed by jobs in their turn.
    const known = spans.map(({ spanId }) => spanId);
    for (const job of jobs) expect(known).toContain(job.parentSpanId);
  }, 120_000);

  it('cost nobody anything when the collector does not answer', async () => {
    const silent = await TraceCollector.open(false);
    const newsroom = await WholeNewsroom.open(undefined, {
      OTEL_EXPORTER_OTLP_ENDPOINT: silent.url,
    });
    const { id } = await newsroom.section('tin');
    const hanh = await newsroom.hire('hanh', 'Trần Thị Hạnh', 'vi', { role: 'writer' });
    const minh = await newsroom.hire('minh', 'Lê Hoàng Minh', 'vi', { role: 'approver' });
    const { editionId } = await writesArticle(hanh, id, text);
    await acts(hanh, editionId, 'submit');
    expect((await signs(minh, editionId)).state).toBe('approved');
    const began = performance.now();
    expect(await newsroom.api.kill('SIGTERM')).toBe(0);
    expect(performance.now() - began).toBeLessThan(8_000);
    await newsroom.close();
    await silent.close();
  }, 120_000);
});
