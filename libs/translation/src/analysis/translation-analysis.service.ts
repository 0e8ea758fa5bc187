import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  edition as readEdition,
  editionsOf,
  readableArticle,
  readableEdition,
  workingText,
  bodyToText,
  type Edition,
} from '@desk/articles';
import type {
  ArticleAnalysis,
  EditionAnalysis,
  OwnEstimate,
  TaskAnalysis,
  TranslationFigures,
  TranslationFiguresQuery,
} from '@desk/contracts';
import { Clock } from '@desk/database';
import { countWords } from '@desk/languages';
import type { Person } from '@desk/people';
import type { StoredSegment } from '../segment.js';
import { preparedRevision, segmentsOf } from '../segments.queries.js';
import { plainText } from '../segments/index.js';
import { sectionsOfTeam } from './analysis.policy.js';
import { effort } from './band.js';
import { paceOf } from './pace.js';
import {
  bandBySource,
  bandsFor,
  changesApproved,
  changesIn,
  confirmedBy,
  editionsBegun,
  workBegun,
  type Work,
} from './segment-figures.queries.js';
import { reviewFigures, workloadOf, workProgressOf } from './workload.js';

const DAY = 86_400_000;
const PACE_DAYS = 90;

/** How much there is to translate, how far it is, and what the memory saved. */
@Injectable()
export class TranslationAnalysis {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The work of a task, which the person may see; the estimate is from their own pace. */
  async ofTask(person: Person, task: { id: string; editionId: string }): Promise<TaskAnalysis> {
    const edition = await readEdition(this.dataSource, task.editionId);
    readableEdition(person, edition);
    const work = await this.workOf(edition);
    const segments = work ? await this.segmentsOf(work) : [];
    return {
      taskId: task.id,
      ...(await this.figuresOf(edition, work, segments)),
      estimate: work && (await this.estimate(person, work, segments)),
    };
  }

  /** @throws Missing `article.missing` */
  async ofArticle(person: Person, articleId: string): Promise<ArticleAnalysis> {
    const { id, sourceLanguage } = await readableArticle(this.dataSource, person, articleId);
    const editions = await editionsOf(this.dataSource, id);
    const source = editions.find(({ isSource }) => isSource);
    const text = source && (await workingText(this.dataSource, source.id));
    const words = text ? [text.title, text.summary, bodyToText(text.body)].join('\n') : '';
    return {
      articleId: id,
      source: {
        language: sourceLanguage,
        words: countWords(words, sourceLanguage),
        characters: words.replace(/[\s\u200B]/g, '').length,
      },
      editions: await Promise.all(
        editions.filter(({ isSource }) => !isSource).map((one) => this.ofEdition(one)),
      ),
    };
  }

  /** What was prepared and approved in a period, in the sections of the person's teams. */
  async ofPeriod(
    person: Person,
    { from, to }: TranslationFiguresQuery,
  ): Promise<TranslationFigures> {
    const period = {
      from: new Date(`${from}T00:00:00Z`),
      until: new Date(Date.parse(`${to}T00:00:00Z`) + DAY),
      sections: sectionsOfTeam(person),
    };
    const begun = await editionsBegun(this.dataSource, period);
    const work = await workBegun(this.dataSource, period);
    const changes = await changesApproved(this.dataSource, period);
    const pairs = new Map(
      [...begun, ...changes].map(({ sourceLanguage, language }) => [
        `${sourceLanguage} ${language}`,
        { sourceLanguage, language },
      ]),
    );
    const own = <One extends Pair>(all: readonly One[], pair: Pair): One[] =>
      all.filter(
        (one) => one.sourceLanguage === pair.sourceLanguage && one.language === pair.language,
      );
    return {
      from,
      to,
      pairs: [...pairs.values()].map((pair) => ({
        ...pair,
        editions: own(begun, pair)[0]?.editions ?? 0,
        ...workloadOf(own(work, pair)),
        review: reviewFigures(own(changes, pair)),
      })),
    };
  }

  private async ofEdition(edition: Edition): Promise<EditionAnalysis> {
    const work = await this.workOf(edition);
    const segments = work ? await this.segmentsOf(work) : [];
    return {
      ...(await this.figuresOf(edition, work, segments)),
      review: reviewFigures(await changesIn(this.dataSource, edition.id)),
    };
  }

  private async figuresOf(edition: Edition, work: Work | null, segments: readonly StoredSegment[]) {
    const { id, sourceLanguage, language } = edition;
    const counted = segments.map(({ source, status }) => ({
      words: countWords(plainText(source), sourceLanguage),
      confirmed: status === 'confirmed',
    }));
    return {
      editionId: id,
      sourceLanguage,
      language,
      workload: work && workloadOf(await bandsFor(this.dataSource, work)),
      progress: work && workProgressOf(counted),
    };
  }

  private async estimate(
    person: Person,
    work: Work,
    segments: readonly StoredSegment[],
  ): Promise<OwnEstimate | null> {
    const since = new Date(this.clock.now().getTime() - PACE_DAYS * DAY);
    const confirmed = await confirmedBy(this.dataSource, person.id, since);
    const pace = paceOf(
      confirmed.map(({ at, words, band }) => ({ at, weightedWords: words * effort[band] })),
    );
    if (pace === null || pace === 0) return null;
    const bands = await bandBySource(this.dataSource, work);
    const { sourceLanguage } = await readEdition(this.dataSource, work.editionId);
    const left = segments
      .filter(({ status }) => status !== 'confirmed')
      .reduce((words, { source, sourceHash }) => {
        const share = effort[bands.get(sourceHash) ?? 'new'];
        return words + share * countWords(plainText(source), sourceLanguage);
      }, 0);
    return { weightedWordsAnHour: pace, minutesLeft: Math.ceil((60 * left) / pace) };
  }

  private async workOf({ id, isSource }: Edition): Promise<Work | null> {
    const revision = isSource ? null : await preparedRevision(this.dataSource, id);
    return revision === null ? null : { editionId: id, sourceRevisionId: revision };
  }

  private segmentsOf({ editionId, sourceRevisionId }: Work): Promise<StoredSegment[]> {
    return segmentsOf(this.dataSource, editionId, sourceRevisionId);
  }
}

type Pair = Pick<TranslationFigures['pairs'][number], 'sourceLanguage' | 'language'>;
