import { parseFragment, serialize, type DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

const inAddress = new Set(['href', 'src', 'poster']);

/**
 * The text of a page for readers elsewhere: every address is whole, and what only the page
 * itself can do (its ways between notes) leads to the page.
 */
export function withWholeAddresses(html: string, page: string): string {
  const fragment = parseFragment(html);
  const pending: DefaultTreeAdapterTypes.ChildNode[] = [...fragment.childNodes];
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (!('attrs' in node)) continue;
    pending.push(...node.childNodes);
    makeWhole(node, page);
  }
  return serialize(fragment);
}

function makeWhole({ attrs }: Element, page: string): void {
  for (const attribute of attrs) {
    const { name, value } = attribute;
    if (inAddress.has(name)) attribute.value = new URL(value, page).href;
    if (name === 'srcset') {
      attribute.value = value
        .split(',')
        .map((candidate) => {
          const [address = '', ...size] = candidate.trim().split(/\s+/);
          return [new URL(address, page).href, ...size].join(' ');
        })
        .join(', ');
    }
  }
}
