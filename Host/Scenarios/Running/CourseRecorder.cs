using System.Collections.Generic;
using BatterySim.Host.Scenarios.Observing;
using BatterySim.Host.Scenarios.Results;

namespace BatterySim.Host.Scenarios.Running
{
    /// <summary>Keeps the course of everything that expectations look at: a point where it changed.</summary>
    /// <param name="mayRead">True where reading costs no time.</param>
    internal sealed class CourseRecorder(bool mayRead)
    {
        private const int PointsMax = 1000;

        private readonly Dictionary<string, List<CoursePoint>> _courses = [];
        private readonly Dictionary<string, Observed> _last = [];

        /// <summary>The course of an observable.</summary>
        public IReadOnlyList<CoursePoint> Of(string observable) => _courses.TryGetValue(observable, out List<CoursePoint>? course) ? course : [];

        /// <summary>Takes a sample of each observable.</summary>
        public void Take(IReadOnlyList<ExpectationWatch> watches, long now)
        {
            foreach (ExpectationWatch watch in watches)
            {
                ObservableReference what = watch.Plan.What;
                if (what.Kind.Shape is ObservableShape.Reply or ObservableShape.Text)
                {
                    continue;
                }

                Observed value = watch.Peek(mayRead);
                if (_last.TryGetValue(what.Text, out Observed last) && last == value)
                {
                    continue;
                }

                _last[what.Text] = value;
                if (!_courses.TryGetValue(what.Text, out List<CoursePoint>? course))
                {
                    _courses[what.Text] = course = [];
                }

                if (course.Count < PointsMax)
                {
                    course.Add(new CoursePoint(now, value.IsKnown ? value.Number : long.MinValue, what.Kind.Format(value)));
                }
            }
        }
    }
}
