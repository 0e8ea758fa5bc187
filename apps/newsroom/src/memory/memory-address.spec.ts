import { addressOf, memoryAddressSchema } from './memory-address';

it('keeps what was sought in the address', () => {
  const address = { view: 'units', text: 'cá tra', language: 'vi' } as const;
  const query = new URLSearchParams(addressOf(address).split('?')[1]);
  expect(memoryAddressSchema.parse(Object.fromEntries(query))).toEqual(address);
  expect(addressOf({})).toBe('/memory');
});

it('takes a number for a word, and leaves out what nobody wrote', () => {
  expect(memoryAddressSchema.parse({ text: 2026, language: 'fr', importId: 'x' })).toEqual({
    text: '2026',
  });
});
