import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { MOST_FOUND, type FoundArticle, type FoundPerson } from '@desk/contracts';
import type { Person } from '@desk/people';
import { articlesTitled } from './article-search.queries.js';
import { peopleNamed } from './people-search.js';

/** Finds articles and people by what one types of their names, as far as one may know of them. */
@Injectable()
export class Search {
  constructor(private readonly dataSource: DataSource) {}

  articles(person: Person, text: string): Promise<FoundArticle[]> {
    return articlesTitled(this.dataSource, person, text, MOST_FOUND);
  }

  people(person: Person, text: string): Promise<FoundPerson[]> {
    return peopleNamed(this.dataSource, person, text, MOST_FOUND);
  }
}
