using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using BatterySim.Host.Cli.Scenarios;
using BatterySim.Host.Scenarios.Results;
using Xunit;

namespace BatterySim.Host.Tests.Cli.Scenarios
{
    public class ScenarioBatchTests
    {
        [Theory]
        [InlineData(1)]
        [InlineData(2)]
        [InlineData(7)]
        [InlineData(100)]
        public void Results_HoweverManyAtATime_AreToldInTheirOrder(int jobs)
        {
            List<string> told = [];
            ScenarioBatch batch = new(50, static (index, _) => Result(index, Verdict.Passed), failsFast: false);

            ScenarioResult?[] places = batch.Run(jobs, result => Add(told, result), CancellationToken.None);

            string[] expected = [.. Enumerable.Range(0, 50).Select(static index => index.ToString(CultureInfo.InvariantCulture))];
            Assert.Equal(expected, told);
            Assert.Equal(expected, places.Select(static place => place!.Name));
        }

        [Fact]
        public void Results_WhereTheFirstEndsLast_AreToldInTheirOrder()
        {
            using ManualResetEventSlim secondIsDone = new();
            List<string> told = [];
            ScenarioBatch batch = new(
                2,
                (index, stop) =>
                {
                    if (index == 0)
                    {
                        secondIsDone.Wait(stop);
                    }
                    else
                    {
                        secondIsDone.Set();
                    }

                    return Result(index, Verdict.Passed);
                },
                failsFast: false);

            batch.Run(2, result => Add(told, result), CancellationToken.None);

            Assert.Equal(["0", "1"], told);
        }

        [Theory]
        [InlineData(1, Verdict.Failed)]
        [InlineData(4, Verdict.Failed)]
        [InlineData(4, Verdict.CouldNotRun)]
        public void FailsFast_AfterAFailure_KnowsNothingOfWhatComesAfter(int jobs, Verdict verdict)
        {
            List<string> told = [];
            ScenarioBatch batch = new(50, (index, _) => Result(index, index == 10 || index == 12 ? verdict : Verdict.Passed), failsFast: true);

            ScenarioResult?[] places = batch.Run(jobs, result => Add(told, result), CancellationToken.None);

            Assert.Equal(11, told.Count);
            Assert.All(places.Take(11), static place => Assert.NotNull(place));
            Assert.All(places.Skip(11), static place => Assert.Null(place));
        }

        [Fact]
        public void FailsFast_AfterACaseObservedInPart_GoesOn()
        {
            ScenarioBatch batch = new(5, static (index, _) => Result(index, Verdict.NotObservable), failsFast: true);

            Assert.DoesNotContain(null, batch.Run(2, static _ => { }, CancellationToken.None));
        }

        [Fact]
        public void Stop_InTheMiddle_KeepsWhatIsKnown()
        {
            using CancellationTokenSource source = new();
            ScenarioBatch batch = new(
                50,
                (index, stop) =>
                {
                    if (index == 3)
                    {
                        source.Cancel();
                        stop.ThrowIfCancellationRequested();
                    }

                    return Result(index, Verdict.Passed);
                },
                failsFast: false);

            ScenarioResult?[] places = batch.Run(1, static _ => { }, source.Token);

            Assert.Equal(3, places.Count(static place => place is not null));
        }

        [Fact]
        public void Batch_OfNothing_EndsAtOnce()
        {
            ScenarioBatch batch = new(0, static (index, _) => Result(index, Verdict.Passed), failsFast: false);

            Assert.Empty(batch.Run(4, static _ => { }, CancellationToken.None));
        }

        private static void Add(List<string> told, ScenarioResult? result)
        {
            if (result is not null)
            {
                told.Add(result.Name);
            }
        }

        private static ScenarioResult Result(int index, Verdict verdict)
        {
            return new ScenarioResult { Path = "a.yaml", Name = index.ToString(CultureInfo.InvariantCulture), Verdict = verdict };
        }
    }
}
