import type { Edition, Section } from '@desk/articles';
import type { DeskStep, WaitingStep } from '@desk/contracts';
import type { Language } from '@desk/languages';
import type { Person } from '@desk/people';
import { DeskNewsroom } from '../../../../test/support/desk-newsroom.js';
import { OverviewModule } from '../overview.module.js';
import { Board } from './board.service.js';
import { slowestOf } from './bottleneck.js';

const HOUR = 3_600_000;

let desk: DeskNewsroom;
let section: Section;
let manager: Person;
beforeAll(async () => {
  desk = await DeskNewsroom.open(OverviewModule);
  manager = await desk.managingEditor();
  section = await desk.section({ languageReview: true });
});
afterAll(() => desk.close());

const hours = (count: number): void => {
  desk.clock.advance(count * HOUR);
};
const bottleneck = (person = manager, sectionId?: string) =>
  desk.get(Board).bottleneck(person, sectionId);
const at = async (step: DeskStep, language: Language | null = null): Promise<WaitingStep> => {
  const found = (await bottleneck()).steps.find(
    (one) => one.step === step && one.language === language,
  );
  if (!found) throw new Error(`no step ${step}`);
  return found;
};
/** Writes for so many hours, and submits. */
const submits = async (writing: number): Promise<Edition> => {
  const edition = await desk.draft(section);
  hours(writing);
  await desk.submit(edition.id);
  await desk.follow();
  return edition;
};

describe('where articles wait', () => {
  it('is nowhere in an empty newsroom', async () => {
    const { steps, slowest, days } = await bottleneck();
    expect(days).toBe(30);
    expect(steps.map(({ step, language }) => (language ? `${step} ${language}` : step))).toEqual([
      'writing',
      'source_review',
      'translation vi',
      'translation en',
      'translation km',
      'translation_review',
      'sign_off',
      'release',
    ]);
    expect(steps.every(({ waiting, medianHours }) => waiting === 0 && medianHours === null)).toBe(
      true,
    );
    expect(slowest).toBeNull();
  });

  it('follows articles through their steps, and knows how long each took', async () => {
    const draft = await desk.draft(section);
    const begun = desk.clock.now();
    expect(await at('writing')).toMatchObject({
      waiting: 1,
      oldestSince: begun,
      oldestEditionId: draft.id,
      finished: 0,
    });
    const [first, second, third] = [await submits(2), await submits(4), await submits(10)];
    expect(await at('writing')).toMatchObject({ waiting: 1, finished: 3, medianHours: 4 });
    expect(await at('source_review')).toMatchObject({ waiting: 3, oldestEditionId: first.id });
    hours(6);
    await desk.sign(await desk.reviewer(), third.id);
    await desk.follow();
    expect(await at('source_review')).toMatchObject({ waiting: 2, finished: 1, medianHours: 6 });
    expect(await at('sign_off')).toMatchObject({ waiting: 1, finished: 0 });
    hours(30);
    await desk.sign(await desk.approver(), third.id);
    await desk.follow();
    expect(await at('sign_off')).toMatchObject({ waiting: 0, finished: 1, medianHours: 30 });
    expect(await at('release')).toMatchObject({
      waiting: 1,
      oldestSince: desk.clock.now(),
      oldestEditionId: third.id,
    });
    expect((await bottleneck()).slowest).toEqual({ step: 'sign_off', language: null });

    const km = await desk.translation(third, 'km');
    hours(50);
    expect(await at('translation', 'km')).toMatchObject({ waiting: 1, oldestEditionId: km.id });
    expect(await at('translation', 'en')).toMatchObject({ waiting: 0 });
    await desk.submit(km.id);
    await desk.follow();
    expect(await at('translation', 'km')).toMatchObject({ waiting: 0, medianHours: 50 });
    expect(await at('translation_review')).toMatchObject({ waiting: 1, oldestEditionId: km.id });
    expect((await bottleneck()).slowest).toEqual({ step: 'translation', language: 'km' });

    await desk.act(await desk.reviewer(), second.id, 'request_changes', {
      comment: 'Thiếu nguồn.',
    });
    await desk.follow();
    expect(await at('writing')).toMatchObject({ waiting: 2 });
  });

  it('forgets what was finished more than thirty days ago', async () => {
    hours(31 * 24);
    const { steps, slowest } = await bottleneck();
    expect(steps.every(({ finished }) => finished === 0)).toBe(true);
    expect(slowest).toEqual({ step: 'writing', language: null });
  });

  it('H: is for those who manage the section', async () => {
    const denied = { code: 'permission.denied', facts: { permission: 'team.read' } };
    await expect(bottleneck(await desk.writer())).rejects.toMatchObject(denied);
    const other = await desk.section();
    const editor = await desk.person('Lý Hùng', { role: 'managing_editor', sectionId: other.id });
    const { steps } = await bottleneck(editor);
    expect(steps.every(({ waiting }) => waiting === 0)).toBe(true);
    await expect(bottleneck(editor, section.id)).rejects.toMatchObject(denied);
    expect((await bottleneck(manager, section.id)).steps[0]).toMatchObject({ waiting: 2 });
  });
});

describe('the slowest step', () => {
  const step = (name: DeskStep, of: Partial<WaitingStep>): WaitingStep => ({
    step: name,
    language: null,
    waiting: 0,
    oldestSince: null,
    oldestEditionId: null,
    finished: 0,
    medianHours: null,
    ...of,
  });
  const now = new Date('2026-03-02T03:30:00Z');

  it('took longest; of two, where more wait', () => {
    const steps = [
      step('writing', { medianHours: 5 }),
      step('sign_off', { medianHours: 9, waiting: 1 }),
      step('release', { medianHours: 9, waiting: 4 }),
    ];
    expect(slowestOf(steps, now)?.step).toBe('release');
  });
});
