import { elementsOf, type XmlElement, within } from '../xml/element.js';

/** How sizes are counted in a document, and the size data that can be pointed at, by holder. */
export class SizeRules {
  private readonly data = new WeakMap<XmlElement, Set<string>>();
  private readonly profiles = new WeakMap<XmlElement, XmlElement>();

  /** A child of a file, group or unit is complete. */
  note(holder: XmlElement, child: XmlElement): void {
    if (child.name === 'slr:profiles') this.profiles.set(holder, child);
    if (child.name !== 'slr:data') return;
    const ids = this.data.get(holder) ?? new Set();
    for (const part of elementsOf(child)) {
      for (const { attributes } of within(part)) {
        const id = attributes.get('id');
        if (id !== undefined) ids.add(id);
      }
    }
    this.data.set(holder, ids);
  }

  /** Whether there is such size data beside the element or beside one of those around it. */
  knows(id: string, ancestors: readonly XmlElement[]): boolean {
    return ancestors.some((ancestor) => this.data.get(ancestor)?.has(id));
  }

  /** Whether lengths are counted in one of the standard's own ways, which are numbers. */
  standard(
    profile: 'generalProfile' | 'storageProfile',
    ancestors: readonly XmlElement[],
  ): boolean {
    return ancestors.some((ancestor) =>
      this.profiles.get(ancestor)?.attributes.get(profile)?.startsWith('xliff:'),
    );
  }
}
