import { Autosave, PAUSE_MS, RETRY_MS, type Outcome, type Saved } from './autosave';
import { sameText, type EditionText } from '../article/edition-text';

const text = (title: string): EditionText => ({
  title,
  summary: '',
  body: { type: 'doc', content: [] },
  slug: '',
  seo: { title: '', description: '' },
});
const base: Saved<EditionText> = { text: text('Lúa'), version: 4 };

/** A newsroom that answers when it is told to. */
function aNewsroom() {
  const sent: {
    title: string;
    version: number;
    answer: (outcome: Outcome<EditionText>) => void;
  }[] = [];
  const kept: (string | null)[] = [];
  const autosave = new Autosave(base, {
    send: ({ title }, version) =>
      new Promise((answer) => {
        sent.push({ title, version, answer });
      }),
    keep: (one) => {
      kept.push(one?.title ?? null);
    },
    same: sameText,
  });
  const answers = async (outcome: Outcome<EditionText>): Promise<void> => {
    sent.at(-1)?.answer(outcome);
    await jest.advanceTimersByTimeAsync(0);
  };
  return { autosave, sent, kept, answers };
}

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('saving as one types', () => {
  it('waits until nothing was typed for a while, and sends once', async () => {
    const { autosave, sent } = aNewsroom();
    autosave.change({ title: 'Lúa g' });
    await jest.advanceTimersByTimeAsync(PAUSE_MS - 1);
    autosave.change({ title: 'Lúa gạo' });
    await jest.advanceTimersByTimeAsync(PAUSE_MS - 1);
    expect(sent).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(sent).toMatchObject([{ title: 'Lúa gạo', version: 4 }]);
    expect(autosave.current().state).toBe('saving');
  });

  it('keeps in the browser what has not arrived, and forgets it then', async () => {
    const { autosave, kept, answers } = aNewsroom();
    autosave.change({ title: 'Lúa gạo' });
    expect(kept).toEqual(['Lúa gạo']);
    await jest.advanceTimersByTimeAsync(PAUSE_MS);
    await answers({ kind: 'saved', version: 5 });
    expect(kept).toEqual(['Lúa gạo', null]);
    expect(autosave.current()).toMatchObject({ state: 'saved', base: { version: 5 } });
  });

  it('has one save under way, and sends next what was typed meanwhile, over the new version', async () => {
    const { autosave, sent, kept, answers } = aNewsroom();
    autosave.change({ title: 'a' });
    await jest.advanceTimersByTimeAsync(PAUSE_MS);
    autosave.change({ title: 'ab' });
    await jest.advanceTimersByTimeAsync(PAUSE_MS * 3);
    expect(sent).toHaveLength(1);
    await answers({ kind: 'saved', version: 5 });
    expect(autosave.current().state).toBe('typing');
    expect(kept.at(-1)).toBe('ab');
    await jest.advanceTimersByTimeAsync(PAUSE_MS);
    expect(sent).toMatchObject([{ title: 'a' }, { title: 'ab', version: 5 }]);
  });

  it('tries again while the newsroom is away, with what was typed since', async () => {
    const { autosave, sent, kept, answers } = aNewsroom();
    autosave.change({ title: 'a' });
    await jest.advanceTimersByTimeAsync(PAUSE_MS);
    await answers({ kind: 'away', error: 'no connection' });
    expect(autosave.current().state).toBe('kept');
    expect(kept).toEqual(['a']);
    await jest.advanceTimersByTimeAsync(RETRY_MS);
    expect(sent).toHaveLength(2);
    await answers({ kind: 'saved', version: 5 });
    expect(autosave.current().state).toBe('saved');
  });

  it('does not try again what is refused, until something else is typed', async () => {
    const { autosave, sent, answers } = aNewsroom();
    autosave.change({ title: 'a' });
    await jest.advanceTimersByTimeAsync(PAUSE_MS);
    await answers({ kind: 'refused', error: 'in review' });
    await jest.advanceTimersByTimeAsync(RETRY_MS * 3);
    expect(sent).toHaveLength(1);
    expect(autosave.current()).toMatchObject({ state: 'refused', error: 'in review' });
    autosave.change({ title: 'b' });
    await jest.advanceTimersByTimeAsync(PAUSE_MS);
    expect(sent).toHaveLength(2);
  });

  it('sends at once before something else is done with the text', async () => {
    const { autosave, sent, answers } = aNewsroom();
    autosave.change({ title: 'a' });
    const ready = autosave.flush();
    await jest.advanceTimersByTimeAsync(0);
    expect(sent).toHaveLength(1);
    await answers({ kind: 'saved', version: 5 });
    expect(await ready).toBe(true);
    expect(await autosave.flush()).toBe(true);
    expect(sent).toHaveLength(1);
  });

  it('sends nothing when what is typed says the same as before', async () => {
    const { autosave, sent } = aNewsroom();
    autosave.change({ title: 'Lúa'.normalize('NFD') });
    await jest.advanceTimersByTimeAsync(PAUSE_MS * 2);
    expect(sent).toEqual([]);
  });
});

describe('when somebody else saved meanwhile', () => {
  const theirs: Saved<EditionText> = { text: text('Cây lúa'), version: 9 };

  it('nothing is sent until one has chosen, and what is typed stays', async () => {
    const { autosave, sent, kept, answers } = aNewsroom();
    autosave.change({ title: 'Lúa gạo' });
    await jest.advanceTimersByTimeAsync(PAUSE_MS);
    await answers({ kind: 'conflict', theirs });
    expect(autosave.current()).toMatchObject({ state: 'conflict', theirs });
    await jest.advanceTimersByTimeAsync(RETRY_MS * 3);
    expect(sent).toHaveLength(1);
    expect(autosave.text.title).toBe('Lúa gạo');
    expect(kept.at(-1)).toBe('Lúa gạo');
  });

  it('what was chosen goes over their version', async () => {
    const { autosave, sent, answers } = aNewsroom();
    autosave.change({ title: 'Lúa gạo' });
    await jest.advanceTimersByTimeAsync(PAUSE_MS);
    await answers({ kind: 'conflict', theirs });
    void autosave.resolve(text('Cây lúa gạo'));
    await jest.advanceTimersByTimeAsync(0);
    expect(sent.at(-1)).toMatchObject({ title: 'Cây lúa gạo', version: 9 });
    await answers({ kind: 'saved', version: 10 });
    expect(autosave.current().state).toBe('saved');
  });

  it('there is nothing to choose when both wrote the same', async () => {
    const { autosave, answers } = aNewsroom();
    autosave.change({ title: 'Cây lúa' });
    await jest.advanceTimersByTimeAsync(PAUSE_MS);
    await answers({ kind: 'conflict', theirs });
    expect(autosave.current()).toMatchObject({ state: 'saved', base: { version: 9 } });
  });
});

describe('a text that never arrived', () => {
  it('goes on where it was when nobody changed anything since', async () => {
    const { autosave, sent } = aNewsroom();
    autosave.restore(text('Lúa mùa'), base);
    await jest.advanceTimersByTimeAsync(PAUSE_MS);
    expect(sent).toMatchObject([{ title: 'Lúa mùa', version: 4 }]);
  });

  it('is to be brought together with what was saved since', () => {
    const { autosave } = aNewsroom();
    autosave.restore(text('Lúa mùa'), { text: text('Lú'), version: 2 });
    expect(autosave.current()).toMatchObject({
      state: 'conflict',
      base: { version: 2 },
      theirs: base,
    });
  });
});
