import { People1700000000001 } from './0001-people.js';
import { Ledger1700000000002 } from './0002-ledger.js';
import { Articles1700000000003 } from './0003-articles.js';
import { DeskWork1700000000004 } from './0004-desk-work.js';
import { Publishing1700000000005 } from './0005-publishing.js';
import { Notifications1700000000006 } from './0006-notifications.js';
import { Memory1700000000007 } from './0007-memory.js';
import { Glossary1700000000008 } from './0008-glossary.js';
import { Checks1700000000009 } from './0009-checks.js';
import { Exchange1700000000010 } from './0010-exchange.js';
import { SentenceExceptions1700000000012 } from './0012-sentence-exceptions.js';
import { Engines1700000000011 } from './0011-engines.js';
import { Significance1700000000013 } from './0013-significance.js';
import { SegmentLayout1700000000014 } from './0014-segment-layout.js';
import { SegmentFigures1700000000015 } from './0015-segment-figures.js';
import { Media1700000000016 } from './0016-media.js';
import { Overview1700000000017 } from './0017-overview.js';
import { DoubtfulSegments1700000000019 } from './0019-doubtful-segments.js';
import { MemoryChanges1700000000020 } from './0020-memory-changes.js';
import { FileReadings1700000000021 } from './0021-file-readings.js';
import { Writing1700000000023 } from './0023-writing.js';
import { PublicSearch1700000000024 } from './0024-public-search.js';

/** Every migration, in order. They go forward only and import no entity. */
export const migrations = [
  People1700000000001,
  Ledger1700000000002,
  Articles1700000000003,
  DeskWork1700000000004,
  Publishing1700000000005,
  Notifications1700000000006,
  Memory1700000000007,
  Glossary1700000000008,
  Checks1700000000009,
  Exchange1700000000010,
  Engines1700000000011,
  SentenceExceptions1700000000012,
  Significance1700000000013,
  SegmentLayout1700000000014,
  SegmentFigures1700000000015,
  Media1700000000016,
  Overview1700000000017,
  DoubtfulSegments1700000000019,
  MemoryChanges1700000000020,
  FileReadings1700000000021,
  Writing1700000000023,
  PublicSearch1700000000024,
];
