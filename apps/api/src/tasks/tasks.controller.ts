import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import {
  pageOf,
  pageQuerySchema,
  taskFilterSchema,
  taskLoadSchema,
  taskReassignmentSchema,
  taskSchema,
  type Task,
  type TaskLoad,
} from '@desk/contracts';
import type { Person } from '@desk/people';
import { Tasks } from '@desk/tasks';
import { Answers, Asker, Id, IfMatch } from '../http/index.js';

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
  @Answers(pageOf(taskSchema), { description: 'A page of tasks' })
  async list(
    @Asker() person: Person,
    @Query({ schema: querySchema }) query: z.infer<typeof querySchema>,
  ): ReturnType<Tasks['list']> {
    return this.tasks.list(person, query);
  }

  @Get('load')
  @ApiOperation({ summary: 'How much waits with whom, in the sections that you manage' })
  @Answers(taskLoadSchema, { description: 'The load by person' })
  async load(@Asker() person: Person): Promise<TaskLoad> {
    return this.tasks.load(person);
  }

  @Get(':id')
  @ApiOperation({ summary: 'A task' })
  @Answers(taskSchema, { description: 'The task' })
  async find(@Asker() person: Person, @Id('id') id: string): Promise<Task> {
    return this.tasks.find(person, id);
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
}
