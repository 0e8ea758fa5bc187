import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type {
  MemoryLookUpQuery,
  MemoryMatch,
  MemorySearch,
  MemoryUnit,
  MemoryUnitQuery,
  Page,
} from '@desk/contracts';
import { NotAllowed } from '@desk/errors';
import { languages } from '@desk/languages';
import { visibleSections, type Person } from '@desk/people';
import { memoryUnit, memoryUnitPage, memoryUnits } from './memory-unit.queries.js';
import { MemoryIndexes } from './memory-indexes.js';
import { MemoryLookUp } from './memory-look-up.service.js';
import { mayUseMemory } from './memory.policy.js';
import { holdsPhrase } from '../match/index.js';

/** More are looked at than are shown: a section may be closed to who asks, a number another. */
const LOOKED_AT = 500;

/** What translators ask the memory. */
@Injectable()
export class MemorySearches {
  constructor(
    private readonly dataSource: DataSource,
    private readonly indexes: MemoryIndexes,
    private readonly lookUps: MemoryLookUp,
  ) {}

  /** @throws NotAllowed `permission.denied` also for a section that the person may not see */
  async lookUp(person: Person, query: MemoryLookUpQuery): Promise<MemoryMatch[]> {
    mayUseMemory(person, 'memory.read');
    const { text, sourceLanguage: from, targetLanguage: to, limit, least } = query;
    const sectionId = query.sectionId ?? null;
    const sections = visibleSections(person);
    if (sectionId !== null && sections !== null && !sections.includes(sectionId)) {
      throw new NotAllowed('permission.denied', { permission: 'memory.read' });
    }
    if (from === to) return [];
    const wanted = { from, to, sectionId, limit, least };
    const [found = []] = await this.lookUps.find(this.dataSource, [text], wanted);
    if (sections === null || sectionId !== null) return found;
    const units = await memoryUnits(
      this.dataSource,
      found.map(({ unitId }) => unitId),
    );
    return found.filter(({ unitId }) => visible(units.get(unitId), sections));
  }

  /** Units that hold a phrase in either language. */
  async search(
    person: Person,
    { text, language, otherLanguage, limit }: MemorySearch,
  ): Promise<{ total: number; items: MemoryUnit[] }> {
    mayUseMemory(person, 'memory.read');
    const sections = visibleSections(person);
    const others = languages.filter(
      (other) => other !== language && (otherLanguage === undefined || other === otherLanguage),
    );
    let total = 0;
    const items: MemoryUnit[] = [];
    for (const other of others) {
      const index = await this.indexes.current(this.dataSource, language, other);
      const found = index.search(text, { limit: LOOKED_AT });
      const units = await memoryUnits(this.dataSource, found.ids);
      const kept = found.ids.flatMap((id) => {
        const unit = units.get(id);
        if (!unit || !visible(unit, sections)) return [];
        const own = unit.sourceLanguage === language ? unit.source : unit.target;
        return holdsPhrase(own, text) ? [unit] : [];
      });
      total += found.total > LOOKED_AT ? found.total : kept.length;
      items.push(...kept.slice(0, limit));
    }
    return { total, items: items.slice(0, limit) };
  }

  /** @throws Missing `memory.unit_missing` */
  async find(person: Person, id: string): Promise<MemoryUnit> {
    mayUseMemory(person, 'memory.read');
    return memoryUnit(this.dataSource, id, visibleSections(person));
  }

  async page(person: Person, query: MemoryUnitQuery): Promise<Page<MemoryUnit>> {
    mayUseMemory(person, 'memory.read');
    return memoryUnitPage(this.dataSource, query, visibleSections(person));
  }
}

const visible = (unit: MemoryUnit | undefined, sections: readonly string[] | null): boolean =>
  unit !== undefined &&
  (unit.sectionId === null || sections === null || sections.includes(unit.sectionId));
