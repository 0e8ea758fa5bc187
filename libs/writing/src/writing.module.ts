import { Module } from '@nestjs/common';
import { NewsroomWords } from './spelling/newsroom-words.service.js';
import { WritingHelp } from './writing-help.service.js';

const services = [NewsroomWords, WritingHelp];

/** What helps while one writes. */
@Module({ providers: services, exports: services })
export class WritingModule {}
