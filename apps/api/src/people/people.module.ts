import { Module } from '@nestjs/common';
import { MeController } from '../me/me.controller.js';
import { PasswordResetsController } from '../session/password-resets.controller.js';
import { SessionController } from '../session/session.controller.js';
import { PeopleController } from './people.controller.js';

/** Sessions, your own account, everybody's accounts. */
@Module({
  controllers: [SessionController, PasswordResetsController, MeController, PeopleController],
})
export class PeopleApiModule {}
