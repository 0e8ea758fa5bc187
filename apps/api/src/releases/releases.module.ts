import { Module } from '@nestjs/common';
import { PublishingModule } from '@desk/publishing';
import { ReleasesController } from './releases.controller.js';

/** Releases over HTTP. */
@Module({ imports: [PublishingModule], controllers: [ReleasesController] })
export class ReleasesApiModule {}
