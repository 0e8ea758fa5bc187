import { addressOf, boardAddressSchema } from './board-address';

describe('the address of the board', () => {
  it('holds its filter and gives it back', () => {
    const filter = { text: 'lúa gạo', state: 'in_review', stale: true } as const;
    const query = new URLSearchParams(addressOf(filter).split('?')[1]);
    expect(boardAddressSchema.parse(Object.fromEntries(query))).toEqual(filter);
  });
  it('loses what it cannot read, and nothing else', () => {
    expect(boardAddressSchema.parse({ state: 'burnt', urgent: 'true', sectionId: '1' })).toEqual({
      urgent: true,
    });
  });
  it('is short when nothing is filtered', () => {
    expect(addressOf({})).toBe('/board');
  });
});
