using System;
using System.Threading.Tasks;
using BatterySim.Host.Panel.Contract;
using Microsoft.AspNetCore.Components;

namespace BatterySim.Host.Panel.Page.State
{
    /// <summary>A component that draws the newest picture: told ten times a second, drawn as often as its part of the picture changes.</summary>
    public abstract class PictureComponent : ComponentBase, IDisposable
    {
        private long _drawnAt = -1;
        private bool _isWaiting;
        private bool _isDisposed;

        /// <summary>What the page talks to.</summary>
        [CascadingParameter] public PanelState State { get; set; } = null!;

        /// <summary>The newest picture.</summary>
        protected BenchPicture Picture => State.Picture;

        /// <summary>Least time from one drawing to the next, ms; 0 for every picture.</summary>
        protected virtual int LeastPauseMilliseconds => 0;

        /// <inheritdoc/>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <inheritdoc/>
        protected override void OnInitialized() => State.Changed += OnPicture;

        /// <summary>True if the new picture has something to draw; asked before each drawing.</summary>
        protected virtual bool IsWorthDrawing() => true;

        /// <summary>Ends the subscription.</summary>
        protected virtual void Dispose(bool isDisposing)
        {
            _isDisposed = true;
            State.Changed -= OnPicture;
        }

        // What comes too early is drawn at the end of the pause, so that the last picture before a rest is not lost.
        private void OnPicture()
        {
            if (_isWaiting)
            {
                return;
            }

            long pause = _drawnAt < 0 ? 0 : LeastPauseMilliseconds - (Environment.TickCount64 - _drawnAt);
            if (pause <= 0)
            {
                Draw();
                return;
            }

            _isWaiting = true;
            _ = DrawLaterAsync((int)pause);
        }

        private void Draw()
        {
            if (!_isDisposed && IsWorthDrawing())
            {
                _drawnAt = Environment.TickCount64;
                _ = InvokeAsync(StateHasChanged);
            }
        }

        private async Task DrawLaterAsync(int milliseconds)
        {
            await Task.Delay(milliseconds);
            _isWaiting = false;
            Draw();
        }
    }
}
