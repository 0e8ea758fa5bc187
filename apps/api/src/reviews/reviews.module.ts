import { Module } from '@nestjs/common';
import { ReviewModule } from '@desk/review';
import { CommentsController } from '../comments/comments.controller.js';
import { ReviewsController } from './reviews.controller.js';

/** Review rounds, sign-offs and comments over HTTP. */
@Module({ imports: [ReviewModule], controllers: [CommentsController, ReviewsController] })
export class ReviewsApiModule {}
