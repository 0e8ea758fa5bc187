/** The words of a body, whatever their form: for counting. */
export function plainText(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  const text: unknown = Reflect.get(node, 'text');
  if (typeof text === 'string') return text;
  const content: unknown = Reflect.get(node, 'content');
  if (!Array.isArray(content)) return '';
  const inline = content.some((one: unknown) => typeof one === 'object' && one && 'text' in one);
  return content.map(plainText).join(inline ? '' : '\n');
}
