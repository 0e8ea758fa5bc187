import { z } from 'zod';
import type { Edition } from '@desk/articles';
import { firstRow, wholeNumber } from '@desk/database';
import type { Person } from '@desk/people';
import { DeskNewsroom } from '../../../test/support/desk-newsroom.js';

let newsroom: DeskNewsroom;
beforeAll(async () => {
  newsroom = await DeskNewsroom.open();
});
afterAll(() => newsroom.close());

/** An edition under review in a section that asks for a reviewer and two approvers. */
async function underReview(): Promise<Edition> {
  const section = await newsroom.section({ languageReview: true, approvers: 2 });
  const { id } = await newsroom.draft(section);
  return newsroom.submit(id);
}

const page = { limit: 20 };
const lastRound = async (person: Person, editionId: string) =>
  (await newsroom.reviews.rounds(person, editionId, page)).items[0];

describe('a review round', () => {
  it('is opened for exactly the submitted revision under the policy of that moment', async () => {
    const edition = await underReview();
    const round = await lastRound(await newsroom.writer(), edition.id);
    expect(round).toMatchObject({
      number: 1,
      revisionId: edition.reviewRevisionId,
      revisionHash: await newsroom.hashUnderReview(edition.id),
      openedBy: { name: 'Trần Thị Hạnh' },
      closedAt: null,
      seatsLeft: { review: 1, approve: 2 },
      policy: { languageReview: true, approvers: 2 },
      signOffs: [],
    });
  });

  it('approves with the last of its seats, the language first', async () => {
    const { id } = await underReview();
    const [reviewer, first, second] = [
      await newsroom.reviewer(),
      await newsroom.approver(),
      await newsroom.approver2(),
    ];
    await expect(newsroom.sign(first, id)).rejects.toMatchObject({
      code: 'review.language_review_first',
    });
    expect((await newsroom.sign(reviewer, id)).state).toBe('in_review');
    expect((await newsroom.sign(first, id, { note: 'Đồng ý đăng.' })).state).toBe('in_review');
    const approved = await newsroom.sign(second, id);
    expect(approved).toMatchObject({
      state: 'approved',
      approvedRevisionId: approved.reviewRevisionId,
    });
    const round = await lastRound(second, id);
    expect(round).toMatchObject({ outcome: 'approved', seatsLeft: { review: 0, approve: 0 } });
    expect(round?.signOffs).toMatchObject([
      { seat: 'review', person: { name: reviewer.name } },
      { seat: 'approve', person: { name: first.name }, note: 'Đồng ý đăng.' },
      { seat: 'approve', person: { name: second.name } },
    ]);
  });

  it('A: takes nobody twice, not even in two roles, and nobody who wrote the text', async () => {
    const { id } = await underReview();
    const both = await newsroom.person('Kiên Sa Thi', { role: 'reviewer' }, { role: 'approver' });
    await newsroom.sign(both, id);
    await expect(newsroom.sign(both, id)).rejects.toMatchObject({ code: 'review.already_signed' });
    const writing = await newsroom.section();
    const writer = await newsroom.person('Hồ Thanh Tâm', { role: 'writer' }, { role: 'approver' });
    const own = await newsroom.draft(writing);
    await newsroom.sql.query('UPDATE edition SET contributors = ? WHERE id = ?', [
      JSON.stringify([writer.id]),
      own.id,
    ]);
    await newsroom.act(writer, own.id, 'submit');
    await expect(newsroom.sign(writer, own.id)).rejects.toMatchObject({
      code: 'transition.own_text',
      status: 403,
    });
  });

  it('refuses a sign-off of another revision than the one under review', async () => {
    const { id } = await underReview();
    const old = await newsroom.hashUnderReview(id);
    const reviewer = await newsroom.reviewer();
    await newsroom.act(reviewer, id, 'request_changes', { comment: 'Sửa lại tiêu đề.' });
    await newsroom.write(id, 'Thông tin đối ngoại: nhìn từ địa phương');
    await newsroom.submit(id);
    await expect(newsroom.sign(reviewer, id, { revisionHash: old })).rejects.toMatchObject({
      code: 'review.another_revision',
      status: 409,
      facts: { revisionHash: await newsroom.hashUnderReview(id) },
    });
    const round = await lastRound(reviewer, id);
    expect(round).toMatchObject({ number: 2, signOffs: [] });
  });

  it('voids what was signed when changes are asked for, and keeps the comment in its place', async () => {
    const { id } = await underReview();
    const [reviewer, approver] = [await newsroom.reviewer(), await newsroom.approver()];
    await newsroom.sign(reviewer, id);
    const comment = 'Nên ghi rõ tên cơ quan.';
    const anchor = { path: 'title', from: 0, to: 9, quote: 'Công tác ' };
    await newsroom.act(approver, id, 'request_changes', { comment, anchor });
    const round = await lastRound(reviewer, id);
    expect(round).toMatchObject({ outcome: 'changes_requested', seatsLeft: { review: 1 } });
    expect(round?.signOffs[0]?.voidedAt).not.toBeNull();
    const { items } = await newsroom.comments.list(reviewer, id, page);
    expect(items).toMatchObject([{ text: comment, anchor, author: { name: approver.name } }]);
  });

  it('changes nothing when the comment points at words that are not there', async () => {
    const { id } = await underReview();
    const said = {
      comment: 'Câu này chưa rõ.',
      anchor: { path: 'body/0', from: 0, to: 5, quote: 'Không' },
    };
    await expect(
      newsroom.act(await newsroom.reviewer(), id, 'request_changes', said),
    ).rejects.toMatchObject({ code: 'comment.anchor_mismatch', status: 422 });
    expect((await newsroom.edition(id)).state).toBe('in_review');
  });

  it('comes to nothing when the text is recalled, even after the last sign-off', async () => {
    const section = await newsroom.section();
    const { id } = await newsroom.draft(section);
    await newsroom.submit(id);
    const approver = await newsroom.approver();
    expect((await newsroom.sign(approver, id)).state).toBe('approved');
    const recalled = await newsroom.act(await newsroom.managingEditor(), id, 'recall');
    expect(recalled).toMatchObject({ state: 'draft', approvedRevisionId: null });
    const round = await lastRound(approver, id);
    expect(round).toMatchObject({ outcome: 'recalled', seatsLeft: { approve: 1 } });
    await newsroom.submit(id);
    expect(await lastRound(approver, id)).toMatchObject({
      number: 2,
      revisionId: round?.revisionId,
      seatsLeft: { approve: 1 },
      closedAt: null,
    });
  });

  it('J: takes a stale translation only from who says so, and keeps what it lacks', async () => {
    const section = await newsroom.section();
    const source = await newsroom.draft(section);
    await newsroom.submit(source.id);
    const approver = await newsroom.approver();
    await newsroom.sign(approver, source.id);
    const km = await newsroom.translation(source, 'km');
    await newsroom.submit(km.id);
    await newsroom.act(await newsroom.writer(), source.id, 'recall');
    await newsroom.write(source.id, 'Công tác thông tin đối ngoại năm 2026');
    await newsroom.submit(source.id);
    const newer = await newsroom.sign(approver, source.id);
    await expect(newsroom.sign(approver, km.id)).rejects.toMatchObject({
      code: 'review.stale_not_accepted',
      facts: { sourceApprovedRevisionId: newer.approvedRevisionId },
    });
    const signed = await newsroom.sign(approver, km.id, { acceptStale: true });
    expect(signed.state).toBe('approved');
    const round = await lastRound(approver, km.id);
    expect(round?.signOffs[0]?.acceptedStaleAgainst).toBe(newer.approvedRevisionId);
  });

  it('says to everybody what they may sign and why not', async () => {
    const { id } = await underReview();
    const becauseOf = async (person: Person) => {
      const options = await newsroom.transitions.options(person, id);
      return options.find(({ action }) => action === 'sign_off')?.because.map(({ code }) => code);
    };
    expect(await becauseOf(await newsroom.reviewer())).toEqual([]);
    expect(await becauseOf(await newsroom.approver())).toEqual(['review.language_review_first']);
    expect(await becauseOf(await newsroom.writer())).toEqual(['transition.not_permitted']);
  });
});

describe('two people at once', () => {
  it.each([1, 2, 3, 4, 5])('last sign-offs: one is taken, the other told (%d)', async () => {
    const section = await newsroom.section({ approvers: 1 });
    const { id } = await newsroom.draft(section);
    const { version } = await newsroom.submit(id);
    const revisionHash = await newsroom.hashUnderReview(id);
    const people = [await newsroom.approver(), await newsroom.approver2()];
    const results = await Promise.allSettled(
      people.map((person) =>
        newsroom.transitions.perform(person, id, version, 'sign_off', { revisionHash }),
      ),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = results.find((result) => result.status === 'rejected');
    expect(refused?.reason.status).toBe(409);
    const counted = await firstRow(
      newsroom.sql,
      z.object({ signOffs: wholeNumber, approvals: wholeNumber }),
      `SELECT (SELECT COUNT(*) FROM sign_off WHERE edition_id = ?) AS signOffs,
         (SELECT COUNT(*) FROM ledger_entry WHERE edition_id = ? AND fact = 'edition.approved')
           AS approvals`,
      [id, id],
    );
    expect(counted).toEqual({ signOffs: 1, approvals: 1 });
  });

  it('both seats at once: nobody is lost and one approval is recorded', async () => {
    const section = await newsroom.section({ approvers: 2 });
    const { id } = await newsroom.draft(section);
    await newsroom.submit(id);
    const insist = async (person: Person): Promise<void> => {
      for (let again = 0; again < 5; again += 1) {
        const done = await newsroom.sign(person, id).then(
          () => true,
          (error) => {
            if (error.code !== 'request.changed_meanwhile') throw error;
            return false;
          },
        );
        if (done) return;
      }
    };
    await Promise.all([insist(await newsroom.approver()), insist(await newsroom.approver2())]);
    expect((await newsroom.edition(id)).state).toBe('approved');
    const approvals = (await newsroom.entries('edition.approved')).filter(
      ({ editionId }) => editionId === id,
    );
    expect(approvals).toHaveLength(1);
  });
});
