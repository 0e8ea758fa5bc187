import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which seconds of a pair's units an index has read is told from this key alone, without the rows. */
export class MemoryChanges1700000000020 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE memory_unit
         ADD KEY memory_unit_pair_changed (source_language, target_language, changed_at)`,
    );
  }

  async down(): Promise<void> {
    throw new Error('migrations go forward only');
  }
}
