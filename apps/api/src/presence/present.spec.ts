import { differ, fieldOf, keep, openWindows, presentIn, type OpenWindow } from './present.js';

const HANH = '019ca000-0000-7000-8000-000000000001';
const DAT = '019ca000-0000-7000-8000-000000000002';
const at = Date.parse('2026-03-02T03:30:00Z');
const seconds = 1_000;

const window = (personId: string, is: Partial<OpenWindow> = {}): OpenWindow => ({
  personId,
  windowId: '019ca000-0000-7000-8000-0000000000aa',
  mode: 'reading',
  since: at,
  heardAt: at,
  ...is,
});

describe('who has an edition open', () => {
  it('is whoever was heard of in the last thirty seconds', () => {
    const windows = [window(HANH)];
    expect(presentIn(windows, at + 30 * seconds)).toHaveLength(1);
    expect(presentIn(windows, at + 31 * seconds)).toEqual([]);
  });

  it('is one person, however many windows, and edits when one of them does', () => {
    const windows = [
      window(HANH, { windowId: 'a', since: at + 5 }),
      window(HANH, { windowId: 'b', since: at + 2, mode: 'editing' }),
      window(HANH, { windowId: 'c', since: at + 9 }),
    ];
    expect(presentIn(windows, at)).toEqual([
      { personId: HANH, mode: 'editing', since: at + 2, windows: 3 },
    ]);
  });

  it('only reads when the window that edited is gone', () => {
    const windows = [
      window(HANH, { windowId: 'a', heardAt: at + 40 * seconds }),
      window(HANH, { windowId: 'b', mode: 'editing' }),
    ];
    expect(presentIn(windows, at + 40 * seconds)).toMatchObject([{ mode: 'reading', windows: 1 }]);
  });

  it('stands in the order in which they came', () => {
    const windows = [window(DAT, { since: at + 1 }), window(HANH)];
    expect(presentIn(windows, at).map(({ personId }) => personId)).toEqual([HANH, DAT]);
  });

  it('is no other when a window only was heard of again', () => {
    const before = presentIn([window(HANH)], at);
    const later = at + 10 * seconds;
    expect(differ(before, presentIn([window(HANH, { heardAt: later })], later))).toBe(false);
    expect(differ(before, presentIn([window(HANH, { mode: 'editing' })], at))).toBe(true);
    expect(differ(before, [])).toBe(true);
  });

  it('is read back as it was kept, and what is none of ours is passed over', () => {
    const one = window(HANH, { mode: 'editing', since: at - 3 });
    const field = fieldOf(one.personId, one.windowId);
    const strange = { x: 'no JSON', y: '{}', z: '{"mode":"asleep","since":1,"heardAt":1}' };
    expect(openWindows({ [field]: keep(one), ...strange })).toEqual([one]);
  });
});
