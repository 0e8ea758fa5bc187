import type { Desk } from './desk.js';
import type { SectionCode } from './sections.js';
import { localStories, seedStory, worldStories, type Story } from './stories.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const withdrawalReason = {
  vi: 'Bài có số liệu chưa được kiểm chứng.',
  en: 'The article contains figures that were not verified.',
  km: 'អត្ថបទមានតួលេខដែលមិនទាន់បានផ្ទៀងផ្ទាត់។',
};

/**
 * Three weeks in the life of the newsroom, then this morning: articles in every state, so that
 * whoever signs in finds work to do and something to read.
 */
export async function playScenes(desk: Desk, now: Date): Promise<void> {
  const local = story(localStories);
  const world = story(worldStories);
  const days = (ago: number): void => desk.clock.set(new Date(now.getTime() - ago * DAY_MS));

  days(21);
  await desk.open();
  for (const [index, section] of (
    ['van-hoa', 'tin-trong-tinh', 'tin-trong-tinh'] as const
  ).entries()) {
    days(19 - index * 3);
    await inThreeLanguages(desk, local(index), section, 'hanh');
  }
  for (const index of [0, 2, 3, 4, 5, 6]) {
    days(17.5 - index * 2.2);
    await inThreeLanguages(desk, world(index), 'quoc-te', 'bao');
  }

  days(12);
  const archived = await inThreeLanguages(desk, world(7), 'quoc-te', 'bao');
  await desk.act('dat', archived.sourceId, 'archive', { also: ['en', 'km'] });

  days(9);
  const withdrawn = await inThreeLanguages(desk, world(8), 'quoc-te', 'bao');
  desk.clock.advance(2 * HOUR_MS);
  await desk.act('dat', withdrawn.sourceId, 'withdraw', { reason: withdrawalReason });

  days(6);
  await correctedInVietnamese(desk, world(9));

  days(4);
  const scheduled = await approvedInThreeLanguages(desk, local(3), 'doi-ngoai', 'hanh');
  const [tomorrow] = [new Date(now.getTime() + DAY_MS)];
  await desk.act('minh', scheduled.sourceId, 'schedule', { publishAt: tomorrow });

  days(3);
  const half = await approvedSource(desk, world(10), 'quoc-te', 'bao');
  await desk.act('minh', half.id, 'publish');
  await desk.prepare(half.articleId);
  await desk.translate(half.articleId, 'en', 0.4);
  await desk.translate(half.articleId, 'km', 0.7);

  days(2);
  const waiting = await approvedSource(desk, world(11), 'quoc-te', 'bao');
  await desk.act('minh', waiting.id, 'publish');
  await desk.prepare(waiting.articleId);
  const english = await desk.translate(waiting.articleId, 'en');
  desk.clock.advance(5 * HOUR_MS);
  await desk.act('lan', english.id, 'submit');

  days(1);
  const questioned = await desk.write(local(4), 'tin-trong-tinh', 'hanh');
  await desk.act('hanh', questioned.id, 'submit');
  desk.clock.advance(HOUR_MS);
  await desk.act('minh', questioned.id, 'request_changes', {
    comment: 'Cần ghi rõ ngày ban hành và cơ quan ban hành kế hoạch.',
  });
  await desk.closeHistory();

  desk.clock.set(new Date(now.getTime() - 3 * HOUR_MS));
  const submitted = await desk.write(localStories[5] ?? local(0), 'bien-dao', 'hanh');
  await desk.act('hanh', submitted.id, 'submit');
  await desk.write(world(12), 'quoc-te', 'bao');
  const fresh = await approvedSource(desk, seedStory, 'doi-ngoai', 'hanh');
  await desk.comment('dat', fresh.id, 'Bài hay. Nhờ chị Lan và chị Sa Rây dịch trong tuần này.');
}

const story =
  (stories: readonly Story[]) =>
  (index: number): Story => {
    const found = stories[index];
    if (!found) throw new Error(`there are only ${stories.length} stories`);
    return found;
  };

async function approvedSource(desk: Desk, told: Story, section: SectionCode, writer: string) {
  const draft = await desk.write(told, section, writer);
  desk.clock.advance(HOUR_MS);
  await desk.act(writer, draft.id, 'submit');
  await desk.signOff(draft.id);
  return draft;
}

async function approvedInThreeLanguages(
  desk: Desk,
  told: Story,
  section: SectionCode,
  writer: string,
) {
  const source = await approvedSource(desk, told, section, writer);
  await desk.prepare(source.articleId);
  const translations = [];
  for (const [language, translator] of [
    ['en', 'lan'],
    ['km', 'saray'],
  ] as const) {
    const edition = await desk.translate(source.articleId, language);
    desk.clock.advance(3 * HOUR_MS);
    await desk.act(translator, edition.id, 'submit');
    await desk.signOff(edition.id);
    translations.push(edition.id);
  }
  return { sourceId: source.id, translations };
}

async function inThreeLanguages(desk: Desk, told: Story, section: SectionCode, writer: string) {
  const approved = await approvedInThreeLanguages(desk, told, section, writer);
  desk.clock.advance(HOUR_MS);
  for (const id of [approved.sourceId, ...approved.translations])
    await desk.act('minh', id, 'publish');
  return approved;
}

/** The source was corrected after publication; its translations have not followed yet. */
async function correctedInVietnamese(desk: Desk, told: Story): Promise<void> {
  const { sourceId } = await inThreeLanguages(desk, told, 'quoc-te', 'bao');
  desk.clock.advance(DAY_MS);
  await desk.act('bao', sourceId, 'revise');
  await desk.retitle(sourceId, told, `${told.title.vi} (cập nhật)`, 'bao');
  await desk.act('bao', sourceId, 'submit');
  await desk.signOff(sourceId);
  await desk.act('minh', sourceId, 'correct', { note: 'Cập nhật tiêu đề theo thông tin mới.' });
  const { articleId } = await desk.edition(sourceId);
  await desk.prepare(articleId);
}
