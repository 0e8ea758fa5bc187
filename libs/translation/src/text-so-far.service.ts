import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  revision as readRevision,
  workingText,
  type Edition,
  type EditionText,
} from '@desk/articles';
import { layoutOf } from './segment-layouts.queries.js';
import { preparedRevision, segmentsOf } from './segments.queries.js';
import { recompose } from './segments/index.js';

/** What a translation is, were it submitted now. */
@Injectable()
export class TextSoFar {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * The source with every sentence that has a translation replaced by it; the others stay in the
   * source's language. Null before there are segments, and for a source.
   */
  async of({ id, isSource, language }: Edition): Promise<EditionText | null> {
    if (isSource) return null;
    const sourceRevisionId = await preparedRevision(this.dataSource, id);
    if (sourceRevisionId === null) return null;
    const source = await readRevision(this.dataSource, sourceRevisionId);
    const segments = await segmentsOf(this.dataSource, id, sourceRevisionId);
    const translated = segments.filter(({ target }) => target !== '');
    const layout = await layoutOf(this.dataSource, id, sourceRevisionId);
    const { slug } = await workingText(this.dataSource, id);
    return { ...recompose(source, translated, language, layout), slug };
  }
}
