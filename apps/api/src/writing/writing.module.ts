import { Module } from '@nestjs/common';
import { WritingModule } from '@desk/writing';
import { WritingController } from './writing.controller.js';

/** Writing aids over HTTP. */
@Module({ imports: [WritingModule], controllers: [WritingController] })
export class WritingApiModule {}
