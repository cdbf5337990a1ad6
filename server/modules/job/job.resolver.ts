import { GraphQLID } from 'graphql';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../core/context.js';
import { reads } from '../../core/crud.js';
import { writeContext } from '../../core/execute.js';
import { moduleTypes } from '../../core/schema/declare-types.js';
import { cancelJob, pauseJob, resumeJob, undoJob } from '../../platform/jobs/control.js';
import { Job } from './job.js';

const payload = () => moduleTypes('Job').payload;
const ID = { description: 'The id of the job.' };

/** Jobs are made by the mutations that want something done; here they are watched and steered. */
@Resolver(() => Job)
export class JobResolver extends reads(Job) {
  @Mutation(payload, { description: 'Lets a job rest after the step that is under way. It can be resumed.' })
  async pauseJob(@Ctx() context: Context, @Arg('id', () => GraphQLID, ID) id: string): Promise<object> {
    return { job: await pauseJob(writeContext(context), id) };
  }

  @Mutation(payload, { description: 'Goes on with a job that rests or has failed, after the last step that was saved.' })
  async resumeJob(@Ctx() context: Context, @Arg('id', () => GraphQLID, ID) id: string): Promise<object> {
    return { job: await resumeJob(writeContext(context), id) };
  }

  @Mutation(payload, { description: 'Stops a job for good, after the step that is under way. What it has done stays.' })
  async cancelJob(@Ctx() context: Context, @Arg('id', () => GraphQLID, ID) id: string): Promise<object> {
    return { job: await cancelJob(writeContext(context), id) };
  }

  @Mutation(payload, { description: 'Takes back what a job did that has come to an end, where its kind can be taken back.' })
  async undoJob(@Ctx() context: Context, @Arg('id', () => GraphQLID, ID) id: string): Promise<object> {
    return { job: await undoJob(writeContext(context), id) };
  }
}
