import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { EngineState } from '@desk/contracts';
import { Clock } from '@desk/database';
import { NotAllowed } from '@desk/errors';
import { can, type Person } from '@desk/people';
import { breakerOf, type Breaker } from './engine-breaker.queries.js';
import { monthOf, usageIn } from './engine-usage.queries.js';
import { MachineTranslation } from './machine-translation.service.js';

/** How the engine is, for those who answer for it. */
@Injectable()
export class Engines {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly machine: MachineTranslation,
  ) {}

  /** The configured engine, or nothing. @throws NotAllowed `permission.denied` */
  async list(person: Person): Promise<EngineState[]> {
    const permission = 'engines.read';
    if (!can(person, permission)) throw new NotAllowed('permission.denied', { permission });
    const { engine, settings } = this.machine;
    if (!engine) return [];
    const at = this.clock.now();
    const month = monthOf(at);
    const breaker = await breakerOf(this.dataSource, engine.name);
    const { characters, requests } = await usageIn(this.dataSource, engine.name, month);
    const budget = settings?.monthlyCharacters ?? null;
    const usedUp = budget !== null && characters >= budget;
    const { openUntil, trouble, troubleDetail, troubleAt, answeredAt, failures } = breaker;
    return [
      {
        name: engine.name,
        model: engine.model === '' ? null : engine.model,
        state: usedUp ? 'budget_used_up' : isOpen(breaker, at) ? 'resting' : 'ready',
        breaker: {
          state: openUntil === null ? 'closed' : openUntil > at ? 'open' : 'half_open',
          failures,
          openUntil,
        },
        lastTrouble:
          trouble === null || troubleAt === null
            ? null
            : { kind: trouble, detail: troubleDetail ?? '', at: troubleAt },
        answeredAt,
        month,
        characters,
        requests,
        monthlyCharacters: budget,
      },
    ];
  }
}

const isOpen = ({ openUntil }: Breaker, at: Date): boolean => openUntil !== null && openUntil > at;
