import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  pageOf,
  pageQuerySchema,
  taskCandidatesSchema,
  taskDueSchema,
  taskFilterSchema,
  taskLoadSchema,
  taskReassignmentSchema,
  taskSchema,
  taskWithOptionsSchema,
  type Page,
  type Task,
  type TaskCandidates,
  type TaskDue,
  type TaskLoad,
  type TaskWithOptions,
} from '@desk/contracts';
import type { Language } from '@desk/languages';
import type { Person } from '@desk/people';
import { Tasks } from '@desk/tasks';
import { Answers, Asker, CallerLanguage, Id, IfMatch } from '../http/index.js';
import { spelledOut } from './spelled-out.js';

const querySchema = taskFilterSchema.extend(pageQuerySchema.shape);

/** What waits for whom until when. */
@ApiTags('tasks')
@Controller('tasks')
export class TasksController {
  constructor(private readonly tasks: Tasks) {}

  @Get()
  @ApiOperation({
    summary:
      'Your tasks, those that you may take, or those of the sections that you manage; soonest due first',
  })
  @Answers(pageOf(taskWithOptionsSchema), {
    description: 'A page of tasks, each with what you may do with it now, and why not the rest',
  })
  async list(
    @Asker() person: Person,
    @CallerLanguage() language: Language,
    @Query({ schema: querySchema }) query: z.infer<typeof querySchema>,
  ): Promise<Page<TaskWithOptions>> {
    const { items, next } = await this.tasks.list(person, query);
    return { items: items.map((task) => spelledOut(task, language)), next };
  }

  @Get('load')
  @ApiOperation({ summary: 'How much waits with whom, in the sections that you manage' })
  @Answers(taskLoadSchema, { description: 'The load by person' })
  async load(@Asker() person: Person): Promise<TaskLoad> {
    return this.tasks.load(person);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A task' })
  @Answers(taskWithOptionsSchema, {
    description: 'The task, with what you may do with it now, and why not the rest',
  })
  async find(
    @Asker() person: Person,
    @CallerLanguage() language: Language,
    @Id('id') id: string,
  ): Promise<TaskWithOptions> {
    return spelledOut(await this.tasks.find(person, id), language);
  }

  @Get(':id/candidates')
  @ApiOperation({
    summary: 'To whom you could hand the task, by name, with how much they have',
    description: 'For those who may hand it on.',
  })
  @Answers(taskCandidatesSchema, { description: 'Those who may do the task' })
  async candidates(@Asker() person: Person, @Id('id') id: string): Promise<TaskCandidates> {
    return this.tasks.candidates(person, id);
  }

  @Post(':id/claim')
  @ApiOperation({
    summary: 'Takes the task',
    description: 'The claim lapses unless it is renewed: see `leaseUntil`.',
  })
  @Answers(taskSchema, { description: 'The task, yours now' })
  async claim(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
  ): Promise<Task> {
    return this.tasks.claim(person, id, version);
  }

  @Post(':id/renew')
  @ApiOperation({ summary: 'Renews your claim', description: 'Says that you are still at it.' })
  @Answers(taskSchema, { description: 'The task with its new lease' })
  async renew(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
  ): Promise<Task> {
    return this.tasks.renew(person, id, version);
  }

  @Post(':id/release')
  @ApiOperation({ summary: 'Gives the task back to the team' })
  @Answers(taskSchema, { description: 'The task, open again' })
  async release(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
  ): Promise<Task> {
    return this.tasks.release(person, id, version);
  }

  @Post(':id/reassign')
  @ApiOperation({ summary: 'Hands the task to somebody who may do it' })
  @Answers(taskSchema, { description: 'The task, theirs now' })
  async reassign(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
    @Body({ schema: taskReassignmentSchema }) { accountId }: z.infer<typeof taskReassignmentSchema>,
  ): Promise<Task> {
    return this.tasks.reassign(person, id, version, accountId);
  }

  @Post(':id/due')
  @ApiOperation({
    summary: 'Sets when the task is due, or how urgent it is',
    description: 'Who has it hears of it, and is reminded of the new time.',
  })
  @Answers(taskSchema, { description: 'The task as it is now' })
  async setDue(
    @Asker() person: Person,
    @Id('id') id: string,
    @IfMatch() version: number,
    @Body({ schema: taskDueSchema }) { dueAt, priority }: TaskDue,
  ): Promise<Task> {
    const due = { dueAt: dueAt === undefined ? undefined : new Date(dueAt), priority };
    return this.tasks.setDue(person, id, version, due);
  }
}
